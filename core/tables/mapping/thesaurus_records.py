"""The words of content, training, web traffic, orders, customers and surveys; see thesaurus."""

RECORDS: dict[str, str] = {
    # content
    "content": "content, konten, asset, aset, document, dokumen, file, berkas, material, materi, "
    "collateral, deck, resource, slide, library item, brosur, brochure, piece, sumber daya, "
    "materi penjualan, artefact, aset konten",
    "action": "action, aksi, tindakan, interaction, interaksi, usage, verb, event, perbuatan, "
    "kejadian",
    "recipient": "recipient, penerima, receiver, sent to, shared with, audience, dibagikan ke, "
    "dikirim ke, buyer email, viewer email, to, kepada, addressee, prospect email",
    "external": "external, eksternal, outside, luar, outsider, customer facing",
    "internal": "internal",
    "page": "page, halaman, url, path, screen, laman, landing page, slide, seitenpfad, "
    "landingpage, "
    "page title, lembar",
    "view": "view, dilihat, lihat, tampilan, viewed, ditonton, terlihat, opened, dibuka, read, "
    "dibaca",
    "publish": "published, terbit, diterbitkan, publikasi, rilis, uploaded, unggah, diunggah, "
    "release, "
    "released, tayang sejak, publication, penerbitan",
    "archive": "archived, arsip, diarsipkan, retired, expired, kedaluwarsa, expiry, expiration, "
    "withdrawn, archive",
    # training
    "learner": "learner, peserta, participant, trainee, student, employee, karyawan, pegawai, "
    "siswa, "
    "staff, attendee, teilnehmer, peserta didik, anggota, murid, pembelajar, nik, nip, candidate, "
    "peserta pelatihan, badge",
    "course": "learning item, course, kursus, pelatihan, training, module, modul, kelas, class, "
    "lesson, "
    "learning program, program, curriculum, kurikulum, workshop, webinar, certification, "
    "learning path, kurs, formation, sertifikasi, mata pelatihan, diklat, program "
    "pelatihan, judul materi",
    "run": "run, batch, angkatan, cohort, gelombang, edition, offering, intake, class session, "
    "kloter, "
    "periode pelatihan, tranche",
    "assign": "assigned, assign, ditugaskan, penugasan, assignment, zugewiesen, diberi tugas, "
    "diwajibkan, allocated, mandated",
    "enroll": "enrolled, enrol, enrolment, enrollment, pendaftaran, terdaftar, registered, "
    "registration, daftar, didaftarkan, mendaftar, einschreibung, registrasi, signed up, joined, "
    "ikut serta, sign up",
    "unenroll": "unenrolled, withdrawn, dropped, keluar, mundur, mengundurkan, withdrawal, "
    "dikeluarkan, drop out, unenrolment, unenrollment, unassigned, cancelled, deregistered, "
    "mengundurkan diri, batal ikut",
    "score": "score, skor, nilai, grade, mark, point, hasil tes, test result, punkte, quiz, "
    "ujian, "
    "hasil ujian, nilai akhir, exam, rating, ponten, assessment",
    "attempt": "attempt, percobaan, tries, kali mencoba, try, upaya",
    "treated": "treated, perlakuan, treatment, kelompok uji, exposed, intervensi, trained, "
    "dilatih",
    "progress": "progress, kemajuan, percent complete, completion rate",
    # web
    "session": "session, sesi, sitzung, sitzungen, visit, kunjungan, trafik, traffic",
    "visitor": "user, pengguna, pengunjung, visitor, unique visitor, nutzer, usuario, active user",
    "new": "new, baru, neu, fresh, pertama kali, first time, neue",
    "engaged": "engaged, terlibat, engagement, keterlibatan, interaktionen, mit interaktionen, "
    "interaktif, berinteraksi, active",
    "click": "click, klik, klick, clic, link click",
    "impression": "impression, impresi, tayangan, impr, penayangan, impressionen, times shown, "
    "ditampilkan",
    "position": "position, posisi, rank, peringkat, ranking",
    "event": "event, peristiwa, kejadian, ereignisse",
    "keyevent": "key event, conversion, konversi, peristiwa penting, peristiwa utama, goal, "
    "goal completion, hasil konversi, conv, schlusselereignisse, sasaran tercapai",
    # orders
    "order": "order, pesanan, invoice, faktur, nota, transaction, transaksi, sale, "
    "purchase order, "
    "po, so, sales order, receipt, kwitansi, struk, booking, reservation, reservasi, pemesanan, "
    "trx, work order, job order, spk, production order, dipesan, pembelian, purchase, penjualan, "
    "ordered, inv, jual, bookingkode, perintah kerja, order produksi, checkout, beli, dibeli, pnr",
    "ship": "shipped, ship, delivery, delivered, kirim, dikirim, pengiriman, dispatch, shipping, "
    "dispatched, diantar, pengantaran, shipment, pickup",
    "service": "layanan, service, stay, arrival, check in, checkin, kedatangan, travel, "
    "menginap, tour, "
    "keberangkatan, departure, tiba, service date, pelayanan, trip, berangkat, arrive, arriving, "
    "visit date, sewa",
    "finish": "finished, finish, selesai, completed, rampung, produksi selesai, jadi, ready, "
    "done, "
    "penyelesaian, completion, production end, beres, siap",
    "quantity": "quantity, qty, kuantitas, jumlah, units, pcs, volume, terjual, menge, banyak, "
    "jumlah terjual, units sold, pax, jumlah barang, kuantum, item count, banyaknya, unit terjual",
    "unit": "unit, satuan, each, per unit, piece, per item, per pcs, satuannya",
    "price": "price, harga, tarif, preis, prix, harga jual, precio, selling price",
    "cost": "cost, biaya, hpp, cogs, harga pokok, modal, expense, kosten, spent, spend, "
    "amount spent, "
    "beban, harga beli, cost of goods, pengeluaran",
    "profit": "profit, laba, keuntungan, margin, untung, gewinn, gross profit, marjin, laba kotor",
    "discount": "discount, diskon, potongan, tax, pajak, ppn, ongkir",
    "payment": "payment, pembayaran, bayar, metode pembayaran, payment method, jenis beli, "
    "paid, lunas",
    "store": "store, toko, shop, gerai, warehouse, gudang",
    "cancel": "cancelled, cancel, canceled, batal, dibatalkan, pembatalan, void, storno, voided, "
    "cancellation",
    # customers
    "churn": "churn, churned, berhenti, terminated, unsubscribed, kundigung, cancelled, left, "
    "nonaktif, cancellation, berhenti berlangganan, deactivated, termination, terminasi, lapsed, "
    "putus, keluar, attrition, exited, gone, tidak aktif, inactive",
    "tenure": "tenure, masa langganan, lama berlangganan, month active, masa aktif, lama menjadi "
    "pelanggan, customer age, usia langganan, lama langganan, subscription length, masa kerja, "
    "length of service, lama bekerja, months as customer, years at company, umur pelanggan",
    "month": "month, bulan, bln, monthly, bulanan, per month, per bulan",
    "mrr": "mrr, monthly recurring revenue, biaya bulanan, monthly charge, tagihan bulanan, "
    "monthly fee, arpu, langganan bulanan, biaya langganan, recurring revenue, subscription fee, "
    "monthly subscription, pendapatan bulanan, pendapatan berulang bulanan, iuran bulanan, "
    "monthly price, monthly amount",
    "join": "joined, signup, sign up, onboarded, bergabung, gabung, subscribed, berlangganan, "
    "activation, aktivasi, activated, customer since, since, sejak, acquired, onboarding, daftar, "
    "registered, pendaftaran, mulai langganan, aktif sejak, contract start",
    "trial": "trial, uji coba, free trial, percobaan, masa percobaan, uji coba gratis, "
    "trial gratis, masa uji coba",
    # surveys
    "respondent": "respondent, responden, participant, respondent id",
    "answer": "response, answer, jawaban, tanggapan, antwort, respuesta",
    "submit": "submitted, submit, submission, submit date, submitdate, completion time, "
    "waktu selesai, "
    "recorded, recordeddate, abschlusszeit, horodateur, dikirim, date submitted, dikumpulkan, "
    "answered, diisi, pengisian, pengiriman",
    "question": "question, pertanyaan, item, statement, pernyataan, butir, frage, survey question",
    "comment": "comment, komentar, saran, masukan, feedback, open ended, kritik, remark, ulasan",
    "scale": "scale, skala",
    "minimum": "min, minimum, minimal, lowest, terendah",
    "maximum": "max, maximum, maksimum, maksimal, highest, tertinggi",
    "survey": "survey, survei, collector, kuesioner, questionnaire, form, formbricks",
    "visible": "visible",
    "from": "from, dari, previous, prev, sebelumnya, old, prior, asal, lama, semula, before, "
    "sebelum",
    "to": "to, ke, new, baru, tujuan, current, sesudah, menjadi, after, present, kini, saat ini",
    "history": "history, riwayat, histori, log, change log, field",
    "position_order": "sequence, urutan, order of, urut, sequence number, display order, "
    "ordinal, step no",
    "sales": "sales",
    "yesno": "is, has, flag, apakah, sudah, whether, ya tidak",
    "system": "system, locked, visible, portal, fivetran, fax, checksum, opt out, seed, sync, "
    "synced, "
    "deleted, token",
}  # fmt: skip
