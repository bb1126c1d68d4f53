"""What the words of a header mean: one sense for each group of words, in every language met.

A word may stand in several groups (“nilai” is a value and a mark); the cells decide between them.
Words are compared after `senses.tokens`: lower case, without accents and English plurals.
"""

from core.tables.mapping.thesaurus_records import RECORDS

_GROUPS: dict[str, str] = {
    # what every table has
    "date": "date, time, tgl, tanggal, waktu, jam, timestamp, datetime, at, on, when, pada, "
    "datum, "
    "tarikh, dt, cap waktu, stempel waktu, date time, day, hari, zeitpunkt, fecha, dne",
    "id": "id, no, nomor, number, num, nr, kode, code, key, ref, reference, referensi, uid, uuid, "
    "guid, identifier, identitas, nomer, kd, checksum, ids",
    "record": "record, rekaman, catatan, rekam data, datensatz, enregistrement",
    "name": "name, nama, title, judul, topic, topik, nazev, titel, nom, nombre, "
    "label, description short",
    "last": "last, terakhir, latest, most recent, letzte, recent",
    "first": "first, pertama, initial, awal, perdana, earliest",
    "firstname": "first name, vorname, prenom, jmeno, nama depan, given name, nombre de pila",
    "surname": "last name, surname, nachname, nom de famille, prijmeni, nama belakang, "
    "family name, apellido",
    "next": "next, berikutnya, selanjutnya, upcoming",
    "count": "count, number of, banyaknya, jml, cacah, no of, how many",
    "type": "type, jenis, tipe, kind, typ, bentuk",
    "category": "category, kategori, kelompok, segment, segmen, folder, collection, klasifikasi",
    "status": "status, state, stav, statut, estado, stato, kondisi, keadaan, posisi akhir",
    "outcome": "outcome, hasil, result, disposition, disposisi, ergebnis, hasil akhir",
    "reason": "reason, alasan, sebab, why, penyebab, duvod, grund, motif, cause, karena",
    "update": "updated, update, modified, modify, modification, changed, diubah, diperbarui, "
    "pembaruan, perubahan, edited, edit, geandert, refreshed, change, revised, dimutakhirkan",
    "note": "subject, perihal, note, catatan, description, deskripsi, keterangan, remark, body, "
    "memo, uraian, detail, "
    "poznamka, notiz",
    "duration": "duration, durasi, lama, length, dauer, talk time, time spent, elapsed, lamanya, "
    "waktu tempuh, rentang waktu, jangka waktu, how long, watch time",
    "hour": "hour, jam, hrs, jam pelajaran",
    "minute": "minute, menit",
    "days": "days, day, hari",
    "rate": "rate, tingkat, rasio, persentase, ctr, ratio, percent, persen, pct, share of, cpc, "
    "cpm, "
    "per, bounce",
    "average": "average, avg, rata rata, rerata, mean, rata",
    "weighted": "weighted, tertimbang, gewichtet",
    "target": "target, kuota, quota, budget, anggaran, sasaran, budgeted",
    "by": "by, oleh",
    "priority": "priority, prioritas, urgency",
    "country": "country, negara, nation",
    "region": "region, wilayah, kota, city, provinsi, province, area, lokasi, location, "
    "kabupaten, "
    "daerah, market",
    "address": "address, adresse, alamat, street, zip, postal, salutation, kelurahan, kecamatan",
    "industry": "industry, industri, sektor, sector",
    "tag": "tag, label, tags",
    "campaign": "campaign, kampanye",
    "ticket": "ticket, tiket, case, kasus, incident, insiden, complaint, keluhan",
    # who
    "owner": "owner, pemilik, penjual, salesperson, sales person, sales rep, "
    "sales representative, "
    "rep, representative, pic, agent, agen, handler, assigned to, assigned user, assignee, "
    "account executive, account manager, tenaga penjual, staf penjualan, nama sales, sales name, "
    "responsible, penanggung jawab, ditangani oleh, handled by, consultant, konsultan, seller, "
    "sales executive, salesman, wiraniaga, petugas, petugas sales, besitzer, zustandig, vlastnik, "
    "proprietaire, propietario, verantwortlicher, commercial, responsable, "
    "kundenbetreuer, verantwortlich, advisor, organizer, host, sales owner, marketing, "
    "assigned to user, assigned rep, assigned sales, assigned agent, responsible person, "
    "sales pic, ditugaskan kepada, ditugaskan kepada pengguna, ditugaskan ke, "
    "ditugaskan ke pengguna, ditugaskan pada, bdm, sales agent, "
    "pj, staf sales, dikelola oleh, managed by, rep name, made by, caller name, telemarketer",
    "manager": "manager, manajer, supervisor, atasan, spv, leader, direct manager, line manager",
    "account": "account, akun, company, perusahaan, organization, organisation, organisasi, "
    "customer, pelanggan, klien, client, konsumen, rekening, pembeli, buyer, instansi, firm, "
    "business, nasabah, debitur, firma, unternehmen, kunde, entreprise, empresa, cliente, guest, "
    "tamu, subscriber, langganan, badan usaha, partner, mitra, pemesan, member",
    "contact": "contact, kontak, contact person, narahubung, person",
    "user": "user, pengguna, username, nama pengguna, viewer, uzivatel",
    "team": "team, tim, cabang, branch, divisi, division, department, departemen, grup, group, "
    "office, kantor, sales group, bagian, regu, unit kerja, business unit, territory, equipe, "
    "unit, "
    "sales unit, dept, outlet, squad, kelompok sales",
    "email": "email, surel, mail, e mail, mail address",
    "phone": "phone, telepon, mobile, ponsel, hp, no hp, whatsapp, telp, handphone, fax, dialled, "
    "telephone, mobile phone, no wa, nomor hp, phone number, nomor telepon, caller",
    "website": "website url, domain, domain name, situs web, homepage",
    # deals
    "deal": "deal, opportunity, opp, oppty, peluang, kesempatan, transaksi, obchod, negocio, "
    "opportunite, verkaufschance, geschaft, proyek, project, tender, sales opportunity, "
    "engagement, "
    "prospek penjualan, peluang penjualan, opty, affaire, oportunidad, prilezitost",
    "create": "created, create, creation, added, add, dibuat, pembuatan, buat, masuk, input, "
    "entry, "
    "opened, registered, tercatat, dicatat, received, diterima, logged, inserted, diinput, "
    "erstellt, erstellung, angelegt, cree, creado, creacion, vytvoreno, vytvoreni, "
    "erstellungsdatum, open date, mulai dibuat, dibuka, "
    "terdaftar, pencatatan, penerimaan, ditambahkan, entered, enter, inquiry date, dimasukkan",
    "enter": "entered, enter, masuk, moved, move, transition, changed, change, perpindahan, "
    "pindah, "
    "berpindah, perubahan, reached, memasuki",
    "exit": "exited, exit, left, leave, keluar, meninggalkan, out",
    "close": "closed, close, closing, tutup, penutupan, ditutup, closure, uzavreno, uzavreni, "
    "abschluss, abschlussdatum, geschlossen, abgeschlossen, cloture, cierre, "
    "concluded, settled, selesai, deal date, "
    "penyelesaian, "
    "berakhir, settlement, diputuskan, keputusan, decision, decided",
    "end": "end, ended, berakhir, akhir, beendet, ende, selesai",
    "start": "start, started, mulai, dimulai, begin, began, beginn, begonnen, commenced, "
    "startzeit, "
    "kickoff, starting",
    "expected": "expected, expect, est, estimated, estimate, estimasi, perkiraan, forecast, "
    "forecasted, target, planned, rencana, proyeksi, projected, anticipated, prakiraan, "
    "diharapkan, "
    "ocekavane, voraussichtlich, erwartet, prevu, diperkirakan, direncanakan, predicted",
    "pipeline": "pipeline, funnel, corong, sales process, sub pipeline, jalur, proses penjualan",
    "stage": "stage, tahap, tahapan, phase, fase, step, stadium, etappe, langkah, milestone, "
    "faze, "
    "etape, etapa",
    "amount": "amount, value, nilai, nominal, worth, jumlah, total, size, betrag, hodnota, "
    "montant, "
    "importe, besaran, wert, harga, price, jumlah uang, grand total, sum, total nilai, acv, tcv",
    "revenue": "revenue, omzet, omset, penjualan, pendapatan, turnover, pemasukan, income, "
    "umsatz, "
    "penerimaan penjualan, gross sales, net sales, hasil penjualan, takings",
    "currency": "currency, mata uang, valuta, ccy, wahrung, mena, devise, moneda, curr, "
    "currency code",
    "lost": "lost, loss, lose, gagal, kalah, batal, prohry, prohra, verloren, perdu, hilang, "
    "tidak jadi, ditolak, penolakan, rejection, kekalahan, kegagalan, rejected, losing",
    "won": "won, win, menang, berhasil, vyhry, gewonnen, gagne, kemenangan, closed won",
    "source": "sumber informasi, sumber info, source, sumber, asal, origin, quelle, fonte, "
    "fuente, zdroj, how did you hear, "
    "originating, berasal dari, tahu dari mana, acquired via, acquisition, akuisisi, dari mana",
    "channel": "channel, saluran, kanal, medium, media, kanalgruppe, channel group, "
    "channel grouping, "
    "channelgruppe, canal",
    "product": "product, produk, barang, item, sku, artikel, produit, motor, jenis produk, goods, "
    "nama barang, tipe unit, layanan, service name, paket, package, merchandise, plan, article",
    "probability": "probability, probabilitas, peluang, confidence, likelihood, kemungkinan, "
    "chance, "
    "wahrscheinlichkeit, keyakinan, win chance, close chance, probabilite, peluang menang",
    # leads
    "lead": "lead, prospek, prospect, calon pelanggan, calon pembeli, calon konsumen, "
    "calon klien, "
    "inquiry, enquiry, inkuiri, interessent, calon nasabah, calon, peminat",
    "response": "response, respon, respons, reply, balasan, tanggapan, contacted, responded, "
    "dihubungi, follow up, tindak lanjut, followup, replied, touch, touched, ditanggapi, dibalas, "
    "direspon, contact attempt, outreach, kontak pertama, ditindaklanjuti, answered",
    "qualify": "qualified, qualification, kualifikasi, terkualifikasi, dikualifikasi, sql date, "
    "mql, "
    "qualifying, lolos kualifikasi, memenuhi syarat",
    "convert": "converted, conversion, konversi, dikonversi, convert, terkonversi",
    "web": "web, website, situs, online, site",
    "visit": "visit, kunjungan, visited",
    # activities
    "activity": "activity, aktivitas, kegiatan, interaction, interaksi, touchpoint, acara, "
    "activiteit, "
    "aktivitat, engagement type",
    "task": "task, tugas",
    "call": "call, panggilan, telepon, phone call, calling",
    "meeting": "meeting, rapat, pertemuan, appointment, janji temu, event, viewing, agenda, "
    "visit, "
    "kunjungan, termin",
    "direction": "direction, arah, inbound outbound, richtung, masuk keluar, in out, incoming",
    "book": "booked, scheduled, dijadwalkan, jadwal, schedule, booked on, penjadwalan, terjadwal, "
    "dibooking, made, appointment made, set",
    "occur": "accessed, access, akses, diakses, occurred, occurrence, happened, terjadi, "
    "pelaksanaan, dilaksanakan, held, kejadian, "
    "berlangsung, took place, diadakan, activity date, performed",
    "due": "due, jatuh tempo, deadline, tenggat, batas waktu, batas, frist, fallig, required by, "
    "needed by, promised, dijanjikan, batas akhir, promise",
    "complete": "completed, complete, completion, selesai, finished, finish, penyelesaian, "
    "diselesaikan, done, tuntas, abgeschlossen, beendet, graduated, rampung, lulus, passed, "
    "penuntasan, kelulusan, timecompleted, finalized, terselesaikan",
    "second": "second, detik, sec, secs",
}  # fmt: skip

PERSONAL = (
    "ip address, ipaddress, ipaddr, network id, latitude, longitude, useragent, user agent, "
    "formbricks id, device id, date of birth, tanggal lahir, gender, jenis kelamin, "
    "locationlatitude, "
    "locationlongitude"
)

STOPWORDS = frozenset(
    "the of a an and dan di yang untuk for in dalam with dengan or atau und der die das de la le "
    "les du des dem am do not "
    "this that its was were custom field pv hs v2 v1 property jumlahnya usd idr rp eur gbp sgd "
    "rupiah internal utc gmt wib nya".split()
)


def groups() -> dict[str, tuple[str, ...]]:
    """Sense -> its words and phrases."""
    return {
        sense: tuple(word.strip() for word in words.split(","))
        for sense, words in (_GROUPS | RECORDS).items()
    }
