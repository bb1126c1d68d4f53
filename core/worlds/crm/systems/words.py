"""The words of the made-up company in both languages; each system says some in its own way.

Indonesian words are Odoo's where it has them, else those a company would choose for its own
stages and lists. No Indonesian export of the three systems was seen.
"""

from collections.abc import Mapping

_WORDS = {
    "qualified": ("Qualified", "Kualifikasi"),
    "demo": ("Demo", "Demo"),
    "proposal": ("Proposal", "Penawaran"),
    "negotiation": ("Negotiation", "Negosiasi"),
    "contract": ("Contract", "Kontrak"),
    "won": ("Won", "Menang"),
    "lost": ("Lost", "Kalah"),
    "open": ("Open", "Terbuka"),
    "jakarta": ("Jakarta", "Jakarta"),
    "bandung": ("Bandung", "Bandung"),
    "surabaya": ("Surabaya", "Surabaya"),
    "makassar": ("Makassar", "Makassar"),
    "cashier": ("Cashier", "Kasir"),
    "warehouse": ("Warehouse", "Gudang"),
    "fleet": ("Fleet", "Armada"),
    "website": ("Website", "Situs web"),
    "referral": ("Referral", "Rekomendasi"),
    "event": ("Event", "Pameran"),
    "price": ("Price", "Harga"),
    "competitor": ("Competitor", "Pesaing"),
    "budget": ("No budget", "Tidak ada anggaran"),
    "no_answer": ("No answer", "Tidak dijawab"),
    "timing": ("Timing", "Waktu belum tepat"),
    "new": ("New", "Baru"),
    "contacted": ("Contacted", "Dihubungi"),
    "converted": ("Converted", "Dikonversi"),
    "spam": ("Spam", "Spam"),
    "duplicate": ("Duplicate", "Duplikat"),
    "call": ("Call", "Telepon"),
    "meeting": ("Meeting", "Rapat"),
    "email": ("Email", "Email"),
    "inbound": ("Inbound", "Masuk"),
    "outbound": ("Outbound", "Keluar"),
    "connected": ("Connected", "Terhubung"),
    "held": ("Held", "Terlaksana"),
    "no_show": ("No-show", "Tidak hadir"),
    "cancelled": ("Cancelled", "Dibatalkan"),
    "scheduled": ("Scheduled", "Dijadwalkan"),
    "sent": ("Sent", "Terkirim"),
    "organic": ("Organic Search", "Penelusuran Organik"),
    "paid": ("Paid Search", "Penelusuran Berbayar"),
    "direct": ("Direct", "Langsung"),
    "social": ("Organic Social", "Sosial Organik"),
    "offline": ("Offline", "Luring"),
    "yes": ("Yes", "Ya"),
    "no": ("No", "Tidak"),
    "case_study": ("Case study", "Studi kasus"),
    "datasheet": ("Datasheet", "Lembar data"),
    "deck": ("Deck", "Presentasi"),
    "one_pager": ("One-pager", "Ringkasan satu halaman"),
    "video": ("Video", "Video"),
    "share": ("Share", "Dibagikan"),
    "view": ("View", "Dilihat"),
    "download": ("Download", "Diunduh"),
    "external_view": ("External view", "Dilihat pelanggan"),
    "answer_course": ("Answer within the hour", "Menjawab dalam satu jam"),
    "closing_course": ("Closing clinic", "Klinik closing"),
    "onboarding": ("Onboarding", "Orientasi"),
    "product_update": ("Product update", "Pembaruan produk"),
    "completed": ("Completed", "Selesai"),
    "in_progress": ("In progress", "Sedang berjalan"),
    "not_started": ("Not started", "Belum mulai"),
    "failed": ("Failed", "Tidak lulus"),
    "withdrawn": ("Withdrawn", "Mengundurkan diri"),
    "pipeline": ("Sales Pipeline", "Pipeline Penjualan"),
}


def words_in(language: str, **own: tuple[str, str]) -> Mapping[str, str]:
    """id -> its word in that language; `own`: what a system says in its own way."""
    place = 1 if language == "id" else 0
    return {word: said[place] for word, said in {**_WORDS, **own}.items()}
