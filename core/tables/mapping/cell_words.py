"""Words that speak for a field when they stand in the cells, in the languages met."""

import re

_WRITTEN = {
    "verdict": "open, won, lost, closed won, closed lost, win, loss, menang, kalah, berhasil, "
    "gagal, "
    "batal, tidak jadi, terbuka, aktif, buka, in progress, on progress, berjalan, proses, "
    "pending, "
    "closedwon, closedlost, gagne, perdu, ganado, perdido, vyhrano, prohrano, otevreno, "
    "abandoned, cancelled, dibatalkan, deal, canceled, tertutup won, "
    "tertutup hilang, hilang, ongoing, closed - won, closed - lost, gewonnen, verloren, offen, "
    "menunggu, dropped, active, closed, selesai",
    "stage": "prospecting, qualification, qualified, discovery, demo, proposal, negotiation, "
    "contract sent, closed won, closed lost, new, lead in, contact made, needs analysis, "
    "appointment scheduled, qualifiedtobuy, presentationscheduled, contractsent, closedwon, "
    "closedlost, decision maker bought-in, value proposition, proposal/price quote, "
    "negotiation/review, perception analysis, id. decision makers, baru, terkualifikasi, "
    "kualifikasi, "
    "penawaran, negosiasi, presentasi, proposisi, pencarian, kontrak, survei lokasi, menang, "
    "kalah, "
    "demo scheduled, proposal made, negotiations started, proposal sent, evaluation, won, lost, "
    "initial contact, prospek, closing, follow up, kunjungan, develop, qualify, propose, close",
    "activity": "call, meeting, email, demo, viewing, task, telepon, rapat, pertemuan, kunjungan, "
    "panggilan, surel, tugas, presentasi, lunch, deadline, visit, phone call, e-mail, "
    "appointment, "
    "to do, video call, whatsapp, site visit, webinar, phonecall, sms, survei, follow up, to-do, "
    "panggilan telepon, event, online meeting",
    "direction": "inbound, outbound, incoming, outgoing, masuk, keluar, in, out, missed",
    "outcome": "connected, no answer, completed, held, no show, no-show, cancelled, "
    "rescheduled, busy, "
    "left voicemail, voicemail, scheduled, selesai, tidak dijawab, terhubung, batal, "
    "dijadwalkan ulang, done, canceled, wrong number, tidak hadir, hadir, terlaksana, sent, "
    "sibuk, "
    "left live message, not started, in progress",
    "use": "view, share, download, external_view, external view, viewed, shared, downloaded, "
    "pitch, "
    "open, opened, presented, sent, print, lihat, bagikan, unduh, dilihat, dibagikan, diunduh, "
    "email, click, play, edit, send, internal view, views, preview, kirim, liveshare",
    "learning": "completed, in progress, not started, enrolled, failed, passed, in_progress, "
    "not_started, selesai, belum mulai, sedang berjalan, lulus, tidak lulus, overdue, incomplete, "
    "finished, beendet, abgeschlossen, in bearbeitung, nicht begonnen, termine, en cours, "
    "completado, en curso, expired, registered, waived, withdrawn, berlangsung, assigned, "
    "complete, belum selesai, "
    "gagal",
    "order": "shipped, delivered, pending, cancelled, processing, completed, dikirim, selesai, "
    "diproses, batal, dibatalkan, lunas, returned, refunded, paid, confirmed, checked out, "
    "no-show, "
    "canceled, in production, check-out, diterima, on hold, done, belum bayar, menunggu, open, "
    "closed",
    "lead": "new, working, contacted, qualified, unqualified, converted, nurturing, baru, "
    "dihubungi, "
    "terkualifikasi, tidak terkualifikasi, dikonversi, lost lead, junk lead, "
    "attempted to contact, "
    "open - not contacted, working - contacted, closed - converted, closed - not converted, "
    "mql, sql, "
    "lead, subscriber, marketingqualifiedlead, salesqualifiedlead, customer, opportunity, "
    "not contacted, junk, disqualified, assigned, in process, recycled, dead",
    "currency": "usd, idr, eur, gbp, sgd, myr, jpy, aud, cny, inr, chf, pln, czk, thb, php, "
    "vnd, hkd, "
    "aed, cad, krw, brl, rub, sek, nok, dkk, nzd, zar, rp, us dollar, euro, rupiah, $, rm, €",
    "yes_no": "yes, no, ya, tidak, true, false, y, n, t, f, 0, 1, sudah, belum, benar, salah, iya",
    "agree": "strongly disagree, disagree, neutral, agree, strongly agree, "
    "neither agree nor disagree, "
    "sangat tidak setuju, tidak setuju, netral, setuju, sangat setuju, ragu-ragu, ragu, "
    "kurang setuju, "
    "sts, ts, ss, very dissatisfied, dissatisfied, satisfied, very satisfied, sangat tidak puas, "
    "tidak puas, cukup puas, puas, sangat puas, tidak pernah, jarang, kadang-kadang, sering, "
    "selalu, "
    "never, rarely, sometimes, often, always, sangat buruk, buruk, cukup, baik, sangat baik, "
    "very poor, poor, fair, good, very good, excellent, sangat kurang, kurang, st, rg, rr, "
    "neither satisfied nor dissatisfied, not applicable, somewhat agree, somewhat disagree, sa, "
    "sd",
}  # fmt: skip

CELL_WORDS = {
    group: frozenset(one.strip() for one in words.split(",")) for group, words in _WRITTEN.items()
}
DECIDED = frozenset(
    "won, lost, closed won, closed lost, win, loss, menang, kalah, berhasil, gagal, closedwon, "
    "closedlost, tertutup won, tertutup hilang, gewonnen, verloren, closed - won, closed - lost, "
    "tidak jadi, batal, deal".split(", ")
)

EMAIL = re.compile(r"[^@\s]+@[^@\s]+\.[a-z]{2,}$")
URL = re.compile(r"(https?://|www\.|/)[\w\-./?=&%#]*$")
PHONE = re.compile(r"\+?[\d\s().-]{8,18}$")
CODE = re.compile(r"(?=.*\d)[\w.#/:-]{1,40}$")  # an identity: one word with a digit
SCORED = re.compile(r"\d{1,2}(\.0)?$|\d{1,2}\s*/\s*10$|\d{1,2}\s*[-–(].*|.*[-–]\s*\d{1,2}$")
LASTS = re.compile(r"\d{1,3}:\d\d(:\d\d)?$|(\d+\s*(h|m|s|hr|min|sec|jam|menit|detik)\w*\s*)+$")
SENTENCE = re.compile(r"\S+(\s+\S+){3,}")
