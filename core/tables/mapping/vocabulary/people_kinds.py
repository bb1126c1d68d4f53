"""Training, orders and customers."""

from core.tables.mapping.model import Field, Kind, Shape
from core.tables.model import TableKind

TRAINING = Kind(
    TableKind.TRAINING,
    frozenset({"course"}),
    ("learner_id", "course_id", "completed_at"),
    ("learner_id", "course_id", "enrolled_at", "assigned_at", "attempts", "unenrolled_at"),
    (
        Field(
            "learner_id",
            Shape.ID,
            "learner id, user id, learner, user name, user, learner name, employee id, "
            "learner email, ~email, ~name, email address, full name, ~owner, id learner name",
        ),
        Field(
            "course_id",
            Shape.ID,
            "course id, course code, course no, course, course name, course title, ~content id, "
            "~title, ~content, course content",
        ),
        Field("run", Shape.CATEGORY, "run, course run, session, batch, course batch, run name"),
        Field("assigned_at", Shape.DATE, "assigned date, assignment date, course assigned date"),
        Field(
            "enrolled_at",
            Shape.DATE,
            "enrolled date, enrollment date, registered date, registration date, sign up date, "
            "join date, course enrolled date",
        ),
        Field(
            "started_at",
            Shape.DATE,
            "started date, start date, course start date, time started, first access date, "
            "begin date, launched date",
        ),
        Field(
            "completed_at",
            Shape.DATE,
            "completed date, completion date, finish date, course completed date, course complete, "
            "end date, ~date, passed date, completed, course completion date, ~close date",
        ),
        Field("due_at", Shape.DATE, "due date, deadline, due, complete due date, course due date"),
        Field(
            "unenrolled_at",
            Shape.DATE,
            "unenrolled date, withdrawn date, dropped date, unenrollment date, cancelled date",
        ),
        Field(
            "status",
            Shape.CATEGORY,
            "status, completion status, course status, enrollment status, state, progress status, "
            "learner status, training status, ~outcome",
            "learning",
        ),
        Field(
            "score",
            Shape.SCORE,
            "score, final score, test score, grade, quiz score, course score, learner score, "
            "exam score, best score, post test score, assessment score",
        ),
        Field(
            "attempts",
            Shape.NUMBER,
            "attempt, attempt count, number of attempt, total attempt, test attempt",
        ),
        Field(
            "hours",
            Shape.NUMBER,
            "hour, training hour, duration hour, course hour, learning hour, duration, time spent, "
            "course duration, total hour, credit hour",
        ),
        Field(
            "treated",
            Shape.YES_NO,
            "treated, is treated, treatment, treatment group, exposed group, test group",
        ),
        Field("-", Shape.CATEGORY, "team, group name, job title, manager, learner team, level"),
        Field("-", Shape.PERCENT, "percent complete, progress, progress rate, completion rate"),
        Field("-", Shape.DATE, "last access date, last seen, certificate date, archived date"),
        Field("-", Shape.NUMBER, "course completed count, total view, course assigned count"),
    ),
    date="completed_at",
)

ORDERS = Kind(
    TableKind.ORDERS,
    frozenset({"order"}),
    ("order_id", "ordered_at"),
    ("order_id", "quantity", "unit_price", "shipped_at", "finished_at", "service_at", "cancelled_at"),
    (
        Field(
            "order_id",
            Shape.ID,
            "order id, order no, order code, invoice no, transaction id, ~no, order, ~id, "
            "booking code, production order no, order line id, ~record id, order ref",
        ),
        Field(
            "ordered_at",
            Shape.DATE,
            "ordered date, order date, invoice date, transaction date, date, booking date, "
            "purchase date, booked date, created date, order created date, order placed date, "
            "sale date, order received date, entry date, order enter date, ~start date",
        ),
        Field(
            "service_at",
            Shape.DATE,
            "service date, arrival date, check in date, stay date, travel date, tour date, "
            "event date, visit date, departure date, service start date, arrival, check in, "
            "use date",
        ),
        Field(
            "due_at",
            Shape.DATE,
            "due date, deadline, required date, promised date, due, expected delivery date, "
            "expected finish date, delivery due date, ship due date, finish target date",
        ),
        Field(
            "shipped_at",
            Shape.DATE,
            "shipped date, ship date, delivery date, delivered date, dispatch date, shipping date",
        ),
        Field(
            "finished_at",
            Shape.DATE,
            "finished date, finish date, completed date, production end date, ready date, "
            "production finished date, complete date, end date, actual finish date, closed date",
        ),
        Field(
            "cancelled",
            Shape.YES_NO,
            "cancelled, is cancelled, order cancelled, void, cancel yesno, is void, cancelled flag",
        ),
        Field(
            "cancelled_at",
            Shape.DATE,
            "cancelled date, cancellation date, cancel date, order cancelled date, void date",
        ),
        Field(
            "status",
            Shape.CATEGORY,
            "status, order status, order state, booking status, production status, "
            "~payment status, fulfillment status, ship status",
            "order",
        ),
        Field(
            "quantity",
            Shape.NUMBER,
            "quantity, order quantity, quantity sold, quantity ordered, product quantity, "
            "units ordered, total quantity, number of unit, ~unit, ~count, quantity unit",
        ),
        Field(
            "unit_price",
            Shape.NUMBER,
            "unit price, price, price per unit, product price, selling price, item price, price each",
        ),
        Field(
            "revenue",
            Shape.NUMBER,
            "revenue, total amount, sales, order total, order value, amount, total price, total, "
            "order amount, total sale, line total, net amount, revenue amount, invoice amount, "
            "transaction amount, total revenue, subtotal, payment total, total payment, ~sale",
        ),
        Field(
            "cost",
            Shape.NUMBER,
            "cost, total cost, product cost, cost of goods sold, unit cost, order cost, production "
            "cost, purchase cost, cost price",
        ),
        Field("profit", Shape.NUMBER, "profit, gross profit, total profit, net profit, order profit"),
        Field("-", Shape.NAME, "customer, customer name, account, account id, product, product name, "
              "product id, store, payment method, product category, category, sales name, owner, "
              "customer email, note, country, region, room type, guest count, machine, channel, source"),
        Field("-", Shape.PERCENT, "profit rate, margin rate, discount rate"),
    ),
    date="ordered_at",
    needs=("quantity", "unit_price", "revenue", "cost", "shipped_at", "service_at", "finished_at"),
)  # fmt: skip

CUSTOMERS = Kind(
    TableKind.CUSTOMERS,
    frozenset({"account"}),
    ("customer_id",),
    ("churned", "churned_at", "mrr", "tenure_months"),
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
            "registered date, join date, ~date, entry date, first purchase date, since date",
        ),
        Field(
            "churned_at",
            Shape.DATE,
            "churned date, churn date, cancelled date, end date, stop date, subscription end date, "
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
            "contract month, month customer, account age month, subscription month, tenure in month",
        ),
        Field(
            "mrr",
            Shape.NUMBER,
            "mrr, monthly charge, monthly revenue, monthly fee, monthly amount, account mrr, "
            "customer mrr, monthly recurring revenue, month value, monthly price",
        ),
        Field("-", Shape.CATEGORY, "plan, contract, contract type, payment method, industry, region, "
              "segment, product, owner, team, customer type, subscription type, gender, status"),
        Field("-", Shape.NUMBER, "total charge, support ticket, usage, total revenue, order count"),
    ),
    date="started_at",
    once="customer_id",
    needs=("churned", "churned_at", "mrr", "tenure_months"),
)  # fmt: skip
