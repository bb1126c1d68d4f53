"""Customers: the fields and the names they go by."""

from core.tables.mapping.model import Field, Kind, Shape
from core.tables.model import TableKind

CUSTOMERS = Kind(
    TableKind.CUSTOMERS,
    frozenset({"account"}),
    ("customer_id",),
    ("churned", "churned_at", "mrr", "tenure_months", "trial_started_at"),
    (
        Field(
            "customer_id",
            Shape.ID,
            "customer id, account id, customer no, ~id, customer code, customer, customer name, "
            "record id, account no, ~company name, ~no, ~name",
        ),
        Field(
            "started_at",
            Shape.DATE,
            "started date, start date, joined date, signup date, customer since, created date, "
            "activation date, subscription start date, contract start date, first order date, "
            "registered date, join date, start joined date, ~date, entry date, first purchase "
            "date, since date",
        ),
        Field(
            "trial_started_at",
            Shape.DATE,
            "trial start, trial start date, trial started date, trial begin date, trial signup "
            "date, free trial start, trial date, trial since",
        ),
        Field(
            "paid_at",
            Shape.DATE,
            "paid since, paid since date, first payment date, paying since, first paid date, "
            "converted to paid date, became customer date, became paying date, ~converted date",
        ),
        Field(
            "churned_at",
            Shape.DATE,
            "churned date, churn date, cancelled date, end date, stop date, "
            "subscription end date, "
            "contract end date, closed date, termination date, exit date, inactive date",
        ),
        Field(
            "churned",
            Shape.YES_NO,
            "churned, churn, is churned, churn flag, left, cancelled, has churned, churn status, "
            "exited, attrition, customer churn, inactive, churn label, churn yesno, churn value",
        ),
        Field(
            "tenure_months",
            Shape.NUMBER,
            "tenure, tenure month, month active, customer tenure, subscription length, "
            "contract month, month customer, account age month, subscription month, "
            "tenure in month",
        ),
        Field(
            "mrr",
            Shape.NUMBER,
            "mrr, monthly charge, monthly revenue, monthly fee, monthly amount, account mrr, "
            "customer mrr, monthly recurring revenue, month value, monthly price",
        ),
        Field("-", Shape.CATEGORY, "plan, contract, contract type, payment method, industry, "
        "region, "
              "segment, product, owner, team, customer type, subscription type, gender, status"),
        Field("-", Shape.NUMBER, "total charge, support ticket, usage, total revenue, "
        "order count"),
    ),
    date="started_at",
    once="customer_id",
    needs=("churned", "churned_at", "mrr", "tenure_months", "trial_started_at"),
)  # fmt: skip
