"""The words of orders, bookings, customers and courses, as shops and systems export them."""

from collections.abc import Mapping

from core.metrics.records.words import Vocabulary, worded
from core.tables.model import TableKind

ORDER_STATUS = worded(
    cancelled="canceled, cancel, batal, dibatalkan, pembatalan, pesanan dibatalkan, pesanan batal, "
    "order cancelled, order canceled, voided, void, dianulir, rejected, ditolak, failed, gagal, "
    "payment failed, pembayaran gagal, expired, kedaluwarsa, kadaluarsa, tidak jadi, declined, "
    "cancelled by buyer, cancelled by seller, cancelled by customer, dibatalkan pembeli, "
    "dibatalkan penjual, dibatalkan sistem, unpaid cancelled, deleted, dihapus, no show, "
    "tidak datang",
    returned="return, refund, refunded, retur, diretur, dikembalikan, pengembalian, "
    "pengembalian dana, dana dikembalikan, returned to sender, rts, chargeback, reversed, "
    "fully refunded, return refund, returned refunded",
    done="completed, complete, selesai, finished, fulfilled, delivered, terkirim, sampai, "
    "diterima, received, closed, ditutup, stayed, checked out, check out, checkout, invoiced, "
    "difakturkan, "
    "terpenuhi, sudah diterima, pesanan selesai, tuntas, posted, success, sukses, berhasil, "
    "settled",
    open="pending, menunggu, menunggu pembayaran, processing, diproses, sedang diproses, dalam "
    "proses, proses, in progress, in production, produksi, dalam produksi, new, baru, confirmed, "
    "dikonfirmasi, terkonfirmasi, booked, dipesan, dibooking, reserved, paid, lunas, dibayar, "
    "sudah dibayar, unpaid, belum dibayar, partially paid, dp, shipped, dikirim, dalam pengiriman, "
    "in transit, ready to ship, siap dikirim, dikemas, on hold, ditahan, hold, scheduled, "
    "dijadwalkan, released, planned, direncanakan, unfulfilled, partially fulfilled, awaiting "
    "payment, awaiting shipment, awaiting fulfillment, checked in, check in, in house, active, "
    "aktif, partially refunded, backorder, draft, draf, terbuka, ongoing, berjalan, approved, "
    "disetujui, submitted, picked up, partially shipped, waiting, antri, antrian, queued",
)

YES_NO = worded(
    yes="y, ya, true, t, 1, benar, iya, churned, left, berhenti, keluar, inactive, tidak aktif, "
    "nonaktif, batal, cancelled, canceled, dibatalkan, void, exited, attrited, attrited customer",
    no="n, tidak, false, f, 0, salah, bukan, belum, active, aktif, stayed, retained, bertahan, "
    "existing customer, valid",
)

COURSE_STATUS = worded(
    completed="complete, selesai, finished, passed, lulus, tuntas, done, certified, "
    "completed successfully, telah selesai, sudah selesai, graduated, tersertifikasi",
    failed="not passed, tidak lulus, gagal, fail, incomplete, tidak selesai, tidak tuntas",
    withdrawn="unenrolled, dropped, mundur, mengundurkan diri, keluar, batal, dibatalkan, "
    "cancelled, canceled, removed, dropped out, deregistered",
    started="in progress, berjalan, sedang berjalan, on going, ongoing, dalam proses, proses, "
    "mulai, sedang dikerjakan, inprogress",
    open="enrolled, terdaftar, assigned, ditugaskan, not started, belum mulai, belum dimulai, "
    "registered, overdue, terlambat, not attempted, active, aktif, subscribed, "
    "belum selesai, to do, waiting, pending, not yet started",
)

TRADE: Mapping[tuple[TableKind, str], Vocabulary] = {
    (TableKind.ORDERS, "status"): ORDER_STATUS,
    (TableKind.ORDERS, "cancelled"): YES_NO,
    (TableKind.CUSTOMERS, "churned"): YES_NO,
    (TableKind.TRAINING, "status"): COURSE_STATUS,
}
