"""Fields that several kinds share, and the columns every export has that no kind needs."""

from core.tables.mapping.model import DECOY, Field, Shape

OWNER = Field(
    "owner",
    Shape.NAME,
    "owner, owner name, sales name, sales owner, current owner, record owner, ~owner id, ~user, "
    "~user name, ~contact owner, ~company owner, ~manager, ~manager id, ~sales, ~created by",
)
CURRENCY = Field(
    "currency",
    Shape.CURRENCY,
    "currency, currency code, amount currency, currency of value, currency name",
    "currency",
)
SOURCE = Field(
    "source",
    Shape.CATEGORY,
    "source, lead source, deal source, original source, source origin, source name, "
    "customer source, "
    "campaign source, lead origin, ~source id, ~referred by, ~campaign",
)
LEAD_ID = Field("lead_id", Shape.ID, "lead id, lead record id, lead no, lead code, origin lead id")
DEAL_ID = Field(
    "deal_id",
    Shape.ID,
    "deal id, deal record id, deal no, related deal id, converted deal id, ~deal, ~deal name, "
    "~converted deal, ~related to id, ~what id",
)
PRODUCT = Field(
    "product",
    Shape.CATEGORY,
    "product, product name, product type, product interest, ~~product category",
)
UPDATED_AT = Field(
    "updated_at",
    Shape.DATE,
    "updated date, last updated date, modified date, last modified date, last change date, "
    "record updated date",
)

PIPELINE = Field("pipeline", Shape.CATEGORY, "pipeline, pipeline name, ~pipeline id")

DECOYS = tuple(
    Field(DECOY, shape, names)
    for shape, names in (
        (
            Shape.DATE,
            "last activity date, next activity date, last contact date, last stage change date, "
            "stage change date, stage update date, last stage update, last email received, "
            "last email sent, archive date, last seen, last access date, first access date, "
            "date entered current stage, last enriched date, change log date, next step date, "
            "synced date, start date last, date of birth, birthday, stage date, "
            "email received date, email sent date, first opened, last opened, prev close date",
        ),
        (
            Shape.NAME,
            "contact name, contact, contact id, email, contact email, "
            "phone, "
            "mobile, contact phone, first name, last name, surname, created by, created by id, "
            "modified by, modified by id, creator, creator id, job title, website url, domain, "
            "company domain name, address, street, postal code, referred by name, parent account, "
            "owner email, point of contact, associated contact id, associated company id, "
            "campaign id, user role, salutation, tag id, ip address, record type id, portal id, "
            "product id, team id, store id, manager "
            "name, manager email, referrer, vendor, supplier, contact person, contact person id, "
            "attachment, voice recording, template, lead id source, contract no, "
            "converted contact, "
            "converted account, converted contact id, converted account id",
        ),
        (
            Shape.TEXT,
            "note, next step, comment, address, internal note, email body, subject, description, "
            "attachment name, call note, activity note, remark",
        ),
        (
            Shape.CATEGORY,
            "priority, tag, label, country, region, city, state country, industry, type, "
            "visible to, "
            "forecast category, archive status, rating, locked, deal type, customer type, "
            "payment method, payment type, employment type, store, gender, language, "
            "campaign type, "
            "industry sector, "
            "record type, purchase timeframe, purchase process, deal label, sub status, "
            "business type, budget status, competitor, customer segment, account status, "
            "account type, lead status reason, fiscal period, fiscal quarter, opt out, "
            "campaign name, "
            "customer region, device, platform, browser, competitor name, deal priority",
        ),
        (
            Shape.NUMBER,
            "weighted value, weighted amount, days to close, days to assign, total activity, "
            "done activity, activity to do, email message count, expected mrr, product quantity, "
            "product amount, visitor score, number of chats, days visited, average time spent, "
            "annual revenue, number of employees, days open, age days, row no, sequence, "
            "discount, tax, shipping cost, previous amount, days in stage, stage duration, "
            "days since last activity, commission, deal score, lead score, contact count, "
            "activity count, note count, exchange rate, weight",
        ),
        (Shape.CURRENCY, "weighted value currency, currency of weighted value"),
        (
            Shape.YES_NO,
            "is deleted, has open activity, is closed, locked, is primary, email opt out, "
            "has overdue task, is archived, active",
        ),
    )
)
