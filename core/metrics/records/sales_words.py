"""The words of deals, leads and activities, as the systems that sales teams use export them."""

from collections.abc import Mapping

from core.metrics.records.words import Vocabulary, worded
from core.tables.model import TableKind

LEAD_STATUS = worded(
    new="baru, open, open not contacted, not contacted, belum dihubungi, unassigned, assigned, "
    "lead, subscriber, raw, uncontacted, no contact, cold, dingin, terbuka, masuk, prospek, "
    "lead baru, prospek baru, attempted, not started, belum diproses, unread",
    contacted="working, working contacted, contacted, dihubungi, sudah dihubungi, in progress, "
    "in process, connected, attempted to contact, attempting contact, contact in future, "
    "nurturing, "
    "nurture, follow up, ditindaklanjuti, diproses, sedang diproses, warm, hangat, processed, "
    "contact made, tidak menjawab, no answer, no response, bad timing, engaged, open deal, "
    "on progress, proses, recycled, callback",
    qualified="qualified lead, pre qualified, prequalified, terkualifikasi, berkualitas, "
    "kualifikasi, memenuhi syarat, mql, sql, marketingqualifiedlead, salesqualifiedlead, "
    "marketing qualified lead, sales qualified lead, marketing qualified, sales qualified, sal, "
    "sales accepted lead, hot, panas, good lead, lolos kualifikasi",
    converted="closed converted, dikonversi, terkonversi, konversi, opportunity, peluang, "
    "customer, pelanggan, won, menang, menjadi pelanggan, jadi pelanggan, deal, became customer, "
    "evangelist, proposition, closing, sold, terjual, convert",
    unqualified="tidak terkualifikasi, tidak berkualitas, not qualified, disqualified, "
    "diskualifikasi, closed not converted, tidak dikonversi, lost, lost lead, kalah, gagal, dead, "
    "not interested, tidak tertarik, tidak berminat, tidak memenuhi syarat, rejected, ditolak, "
    "cannot contact, no longer interested, cancelled, canceled, batal, dibatalkan, archived, "
    "closed lost, unresponsive, tidak jadi, wrong number, salah sambung, expired, hilang, closed, "
    "bad fit, no budget, tidak ada anggaran",
    spam="junk, junk lead, sampah, fake, palsu, bot, robot, invalid, tidak valid, lead sampah",
    duplicate="duplikat, duplikasi, ganda, double, dobel, duplicate lead, prospek ganda",
    internal="test, tes, uji coba, internal test, testing, karyawan, employee, staff",
)

_LEAD_ROUTE = worded(
    outbound="cold call, cold calling, cold email, outbound, outbound call, outbound sales, "
    "purchased list, list purchase, bought list, daftar beli, prospecting, sales prospecting, "
    "linkedin outreach, outreach, sdr, bdr, canvassing, kanvas, kanvasing, telemarketing, "
    "telesales, data provider, import, imported, imported list, list import, database, "
    "sales generated, self generated, panggilan dingin, cari sendiri, scraping, zoominfo, apollo",
)

ACTIVITY = worded(
    call="phone call, phonecall, telepon, telpon, panggilan, panggilan telepon, cold call, "
    "outbound call, inbound call, outgoing call, incoming call, telp, calls, follow up call, "
    "discovery call, voice call, dial, log call, sales call",
    meeting="rapat, pertemuan, appointment, janji temu, online meeting, video call, video meeting, "
    "lunch, makan siang, event, acara, conference call, zoom, google meet, teams meeting, "
    "presales meeting, client meeting, in person meeting, meetings, appointmentrequest, "
    "discovery meeting, first meeting, meeting klien, pertemuan klien, sales meeting",
    demo="product demo, demonstration, demonstrasi, presentasi, presentation, presentasi produk, "
    "demo produk, demo call, product presentation, online demo, test drive, demos, sales demo",
    email="surel, e mail, email sent, mail, emails, sales email, outbound email, inbound email, "
    "listemail, list email, kirim email, pos el",
    viewing="property viewing, site visit, house viewing, survei lokasi, survey lokasi, "
    "kunjungan lokasi, kunjungan properti, lihat unit, show unit visit, inspection, open house, "
    "kunjungan unit, viewings, tur properti, property tour, kunjungan show unit",
    visit="kunjungan, customer visit, field visit, client visit, kunjungan pelanggan, kunjungan "
    "lapangan, kunjungan klien, sales visit, kunjungan sales, visits, survei, survey",
    offer="offer made, penawaran, penawaran harga, offer received, bid, tawaran, booking fee, "
    "tanda jadi, nup, reservation, reservasi, reserved, unit reservation, pemesanan unit, utj",
    message="whatsapp, wa, sms, chat, text message, pesan, linkedin message, live chat, "
    "whatsapp message, telegram, dm, linkedin, pesan whatsapp, text",
    follow_up="follow up, followup, tindak lanjut, fu",
    task="tugas, to do, todo, deadline, reminder, pengingat, note, catatan, other, lainnya, "
    "letter, fax, letter fax, prep, admin, batas waktu, tenggat, tasks",
    internal="internal meeting, rapat internal, meeting internal, team meeting, rapat tim, "
    "internal call, training internal, 1 1, one on one, pipeline review",
    automatic="auto reply, autoreply, automatic reply, automated email, auto response, "
    "autoresponder, auto email, chatbot, bot, balasan otomatis, email otomatis, pesan otomatis",
)

DIRECTION = worded(
    outbound="outgoing, keluar, out, outbound call, outgoing call, dial, dialled, dialed, sent, "
    "terkirim, keluaran, forwarded email, outbound email, from us, missed outgoing",
    inbound="incoming, masuk, in, inbound call, incoming call, received, diterima, missed, "
    "missed call, panggilan tak terjawab, incoming email, inbound email, masukan",
    internal="internal call, panggilan internal",
)

HAPPENED = worded(
    held="completed, complete, selesai, done, terlaksana, hadir, attended, happened, finished, "
    "dilaksanakan, show, showed, showed up, sudah dilakukan, closed, yes, ya, true, "
    "took place, sukses, success, successful, interested, berhasil, tertarik, not interested, "
    "tidak tertarik, deal, checked in",
    connected="terhubung, tersambung, answered, dijawab, diangkat, reached, spoke, conversation, "
    "live conversation, connect, talked, call back, call later, callback, minta dihubungi lagi, "
    "left live message, meeting scheduled, meeting booked, demo scheduled",
    no_answer="no response, tidak dijawab, tidak diangkat, tidak tersambung, tidak terhubung, "
    "busy, sibuk, voicemail, left voicemail, left message, unanswered, missed, wrong number, "
    "salah sambung, nomor salah, not connected, no connection, not reached, disconnected, "
    "unreachable, tidak aktif, call dropped, terputus, not answered, ringing, mailbox full, "
    "tidak ada jawaban, no pickup, rejected, ditolak, switched off, gagal terhubung",
    no_show="no show, noshow, tidak hadir, did not attend, absent, mangkir, didn t show, "
    "not attended, missed meeting, tidak datang, no shows",
    cancelled="canceled, batal, dibatalkan, cancel, cancelled by customer, tidak jadi, deleted, "
    "cancelled by client, declined, called off",
    rescheduled="dijadwalkan ulang, reschedule, postponed, ditunda, deferred, moved, jadwal ulang, "
    "diundur",
    scheduled="planned, dijadwalkan, terjadwal, not started, open, in progress, upcoming, to do, "
    "belum, belum dilakukan, direncanakan, confirmed, waiting on someone else, pending, menunggu, "
    "no, tidak, false, not completed, belum selesai, tentative, booked",
    sent="terkirim, delivered, opened, dibuka, replied, dibalas, clicked, read, dibaca",
    failed="bounced, bounce, gagal, gagal terkirim, undelivered, error, not sent, failed to send, "
    "draft, draf, dropped, spam",
    automatic="auto reply, auto replied, autoreply, automatic reply, automated, automated reply, "
    "auto response, autoresponse, auto responder, autoresponder, out of office, ooo, bot, chatbot, "
    "balasan otomatis, otomatis, jawaban otomatis, auto",
)

CURRENCY = worded(
    IDR="rp, rupiah, indonesian rupiah, rupiah indonesia",
    USD="us dollar, u s dollar, dollar as, us dollars, united states dollar, dolar as",
    EUR="euro, euros",
    SGD="singapore dollar, dolar singapura",
    MYR="rm, ringgit, malaysian ringgit",
    GBP="pound, pound sterling, british pound",
    JPY="yen, japanese yen",
    AUD="australian dollar",
)

SALES: Mapping[tuple[TableKind, str], Vocabulary] = {
    (TableKind.LEADS, "status"): LEAD_STATUS,
    (TableKind.ACTIVITIES, "type"): ACTIVITY,
    (TableKind.ACTIVITIES, "direction"): DIRECTION,
    (TableKind.ACTIVITIES, "outcome"): HAPPENED,
}
OUTBOUND = _LEAD_ROUTE.words["outbound"]  # sources of leads that nobody asked for
