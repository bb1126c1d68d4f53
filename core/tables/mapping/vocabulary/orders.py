"""Orders, bookings and production: the fields and the names they go by."""

from core.tables.mapping.model import Field, Kind, Shape
from core.tables.model import TableKind

ORDERS = Kind(
    TableKind.ORDERS,
    frozenset({"order"}),
    ("order_id", "ordered_at"),
    (
        "order_id", "quantity", "unit_price", "shipped_at", "finished_at", "service_at",
        "cancelled_at",
    ),
    (
        Field(
            "order_id",
            Shape.ID,
            "order id, order no, order code, invoice no, transaction id, ~no, ~order, ~id, "
            "booking code, production order no, order line id, ~record id, order ref",
        ),
        Field(
            "ordered_at",
            Shape.DATE,
            "ordered date, order date, invoice date, transaction date, date, booking date, "
            "purchase date, booked date, ~created date, ~order created date, order placed date, "
            "sale date, order received date, ~entry date, "
            "~order enter date, tgl pesan, ~start date",
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
            "shipped date, ship date, delivery date, delivered date, dispatch date, shipping date, "
            "fulfilled date",
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
            "cancelled, is cancelled, order cancelled, void, cancel yesno, is void, "
            "cancelled flag",
        ),
        Field(
            "cancelled_at",
            Shape.DATE,
            "cancelled date, cancellation date, cancel date, order cancelled date, void date",
        ),
        Field(
            "status",
            Shape.CATEGORY,
            "status, order status, order state, booking status, production status, last status, "
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
            "unit price, price, price per unit, product price, selling price, item price, "
            "price each, price after discount, ~original price, item unit price, item cost, "
            "harga setelah diskon",
        ),
        Field(
            "revenue",
            Shape.NUMBER,
            "revenue, total amount, sales, order total, order value, amount, total price, total, "
            "order amount, total sale, line total, net amount, revenue amount, invoice amount, "
            "transaction amount, total revenue, subtotal, payment total, total payment, ~sale, "
            "net sale, net revenue, ~gross sale, ~gross amount, total product price, "
            "jumlah tagihan, nilai tagihan, total tagihan",
        ),
        Field(
            "cost",
            Shape.NUMBER,
            "cost, total cost, product cost, cost of goods sold, unit cost, order cost, "
            "production "
            "cost, purchase cost, cost price",
        ),
        Field("profit", Shape.NUMBER, "profit, gross profit, total profit, net profit, "
        "order profit"),
        Field("-", Shape.NAME, "customer, customer name, account, account id, product, "
        "product name, "
              "product id, store, payment method, product category, category, sales name, owner, "
              "customer email, note, country, region, room type, guest count, machine, channel, "
              "source"),
        Field("-", Shape.NUMBER, "untaxed amount, tax, tax amount"),
        Field("-", Shape.PERCENT, "profit rate, margin rate, discount rate"),
    ),
    date="ordered_at",
    needs=("quantity", "unit_price", "revenue", "cost", "shipped_at", "service_at", "finished_at"),
)  # fmt: skip
