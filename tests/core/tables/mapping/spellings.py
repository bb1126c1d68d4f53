"""Names that exports and hand-made sheets give to fields, written down apart from the vocabulary.

Every second name is for development (`seen`), the others are held out (`unseen`).
"""

from core.tables import TableKind

_WRITTEN: dict[TableKind, dict[str, str]] = {
    TableKind.DEALS: {
        "deal_id": "Deal ID|Opportunity Number|ID Peluang|Opp ID|No. Deal|Kode Proyek|Deal Key|"
        "opportunity_id|Nomor Peluang|CRM ID",
        "deal_name": "Deal|Opportunity Name|Nama Proyek|Deal title|Judul Peluang|"
        "Opportunity Title|"
        "Nama Deal|Project Name",
        "account": "Company|Customer Name|Nama Perusahaan|Account|Klien|Organisation|"
        "Nama Pelanggan|"
        "Related Company|Konsumen|Client",
        "owner": "Sales Rep|Salesperson|Nama Sales|Assigned To|PIC|Account Executive|"
        "Penanggung Jawab|"
        "Deal Owner|Tenaga Penjual|Owned By",
        "team": "Sales Team|Tim|Cabang|Branch|Divisi|Department|Business Unit|Tim Penjualan",
        "pipeline": "Pipeline|Sales Pipeline|Pipeline Name|Funnel",
        "stage": "Stage|Deal Stage|Tahap|Sales Phase|Tahapan|Current Stage|Fase|Pipeline Stage",
        "status": "Status|Deal Status|Outcome|Won/Lost|Hasil|State|Status Deal|Result",
        "amount": "Value|Deal Amount|Nilai Deal|Nominal|Total Value|Nilai Kontrak (Rp)|Deal Size|"
        "Contract Value|Opportunity Amount|Nilai Proyek|Deal value (USD)|Harga",
        "currency": "Currency|Mata Uang|Deal Currency|CCY|Currency ISO Code|Kode Mata Uang",
        "created_at": "Created|Created At|Tgl Dibuat|Date Created|Tanggal Masuk|createdate|"
        "Added On|"
        "Tanggal Input|Created Date/Time|Tgl Input|Creation Time|Dibuat Pada",
        "closed_at": "Closed|Close Date|Tgl Closing|Closed On|Tanggal Tutup|closedate|Date Closed|"
        "Tanggal Penutupan|Actual Close|Tgl Tutup|Closed At|Ditutup Pada",
        "expected_close_at": "Expected Close|Est. Close Date|Estimasi Closing|"
        "Expected Closing Date|"
        "Target Closing|Forecast Close Date|Perkiraan Tanggal Tutup|Anticipated Close|"
        "Projected Close Date|Rencana Closing",
        "lost_reason": "Loss Reason|Lost Reason|Alasan Kalah|Closed Lost Reason|Alasan Gagal|"
        "Reason Lost|Penyebab Kalah|Reason for Loss",
        "source": "Source|Lead Source|Sumber|Sumber Prospek|Deal Source|Origin|Asal Prospek|"
        "Original Source Type",
        "product": "Product|Produk|Product Line|Nama Produk|Item|Jenis Produk",
        "probability": "Probability (%)|Win Probability|Probabilitas|Peluang (%)|Likelihood|"
        "Confidence %|Peluang Menang|Close Probability",
        "updated_at": "Last Modified|Updated At|Diperbarui|Last Update|Terakhir Diubah|"
        "Modified On|"
        "Modified Date|Tanggal Update",
    },
    TableKind.STAGE_HISTORY: {
        "deal_id": "Deal ID|Opportunity ID|ID Peluang|deal_id|No Deal|OpportunityId",
        "from_stage": "From Stage|Old Stage|Tahap Sebelumnya|Previous Stage|Dari Tahap|Stage From|"
        "Tahap Asal|Prior Stage",
        "stage": "To Stage|New Stage|Tahap Baru|Stage|Ke Tahap|Stage To|Tahap|Moved To Stage",
        "entered_at": "Entered At|Changed On|Tanggal Masuk Tahap|Stage Change Date|Tgl Pindah|"
        "Entered Stage On|Date Changed|Tanggal Perubahan|Changed At|Tgl Masuk",
        "exited_at": "Exited At|Left Stage On|Tanggal Keluar|Exit Date|Tgl Keluar Tahap|"
        "Date Exited",
        "pipeline": "Pipeline|Pipeline Name|Sales Pipeline|Funnel",
        "position": "Stage Order|Urutan Tahap|Stage Position|Urutan|Stage Sequence|Position",
    },
    TableKind.LEADS: {
        "lead_id": "Lead ID|Lead Number|ID Prospek|No Prospek|lead_id|Kode Lead|Prospect ID|"
        "No. Lead",
        "created_at": "Created Date|Tanggal Masuk|Lead Created|Tgl Lead|Date Added|Inquiry Date|"
        "Created Time|Tanggal Prospek|created_at|Tgl Inquiry",
        "source": "Lead Source|Sumber Lead|Source|Sumber|Asal Lead|Acquisition Source|"
        "Sumber Informasi|Original Source",
        "channel": "Channel|Kanal|Marketing Channel|Saluran|Lead Channel|Media",
        "owner": "Lead Owner|Sales|Assigned Rep|PIC|Ditangani Oleh|Agent|Nama Sales|Assigned User",
        "status": "Lead Status|Status Prospek|Status|Lifecycle Stage|Status Lead|Stage",
        "first_response_at": "First Response|First Contacted At|Tgl Respon Pertama|"
        "First Call Time|"
        "Waktu Dihubungi|First Touch Date|Tanggal Follow Up Pertama|Responded At|"
        "First Reply Time|Tgl Dihubungi",
        "qualified_at": "Qualified Date|Date Qualified|Tgl Kualifikasi|MQL Date|Qualified On|"
        "Tanggal Kualifikasi",
        "converted_at": "Converted Date|Conversion Date|Tgl Konversi|Date Converted|Converted On|"
        "Tanggal Konversi",
        "converted": "Converted|Is Converted|Konversi|Sudah Konversi|Converted?|Lead Converted",
        "web_visits": "Web Visits|Page Views|Kunjungan Web|Website Visits|Total Visits|"
        "Jumlah Kunjungan",
    },
    TableKind.ACTIVITIES: {
        "activity_id": "Activity ID|Task ID|ID Aktivitas|Engagement ID|Call ID|No Aktivitas",
        "type": "Activity Type|Type|Jenis Aktivitas|Jenis Kegiatan|Task Type|Tipe|Engagement Type|"
        "Kind of Activity",
        "direction": "Direction|Call Direction|Arah|Inbound/Outbound|Arah Panggilan|In/Out",
        "outcome": "Outcome|Call Result|Hasil|Call Disposition|Hasil Panggilan|Result|"
        "Meeting Outcome|"
        "Hasil Aktivitas",
        "booked_at": "Booked On|Scheduled On|Tgl Dijadwalkan|Date Booked|Created At|"
        "Tanggal Booking",
        "occurred_at": "Activity Date|Date|Tanggal|Tgl Aktivitas|Start Time|Call Time|"
        "Tanggal Kegiatan|"
        "Occurred At|Waktu Mulai|Meeting Date",
        "due_at": "Due Date|Jatuh Tempo|Deadline|Due|Batas Waktu|Task Due",
        "completed_at": "Completed At|Marked as Done Time|Tgl Selesai|Date Completed|Selesai Pada|"
        "Completion Date",
        "duration_s": "Duration|Call Duration (s)|Durasi|Duration (min)|Durasi (detik)|Talk Time|"
        "Lama Panggilan|Length",
        "owner": "Owner|Assigned To|Nama Sales|Rep|Petugas|User|Sales Rep|Pelaksana",
        "deal_id": "Deal ID|Deal|ID Peluang|Opportunity ID|Related Deal|No Deal",
        "lead_id": "Lead ID|ID Prospek|Prospect ID|No Lead",
    },
    TableKind.CONTENT_USAGE: {
        "content_id": "Content ID|Asset ID|ID Konten|Document ID|ID Materi|assetId|File ID|"
        "Kode Dokumen",
        "title": "Content Title|Asset Name|Judul Materi|Document Name|Nama Konten|Title|File Name|"
        "Nama Dokumen",
        "category": "Category|Content Type|Kategori|Asset Type|Jenis Materi|Folder",
        "action": "Action|Event Type|Aksi|Interaction|Tindakan|Usage Type|Activity|Event",
        "user": "User|User Email|Pengguna|Shared By|Nama Sales|Username|Sender|Dibagikan Oleh",
        "recipient": "Recipient|Recipient Email|Penerima|Shared With|Email Penerima|Viewer Email|"
        "Contact Email|Dikirim Ke",
        "is_external": "Is External|External|Eksternal|External Viewer|External?|Pihak Luar",
        "occurred_at": "Event Date|Timestamp|Tanggal|Date|Waktu Kejadian|Viewed At|Tgl Akses|"
        "Occurred On",
        "duration_s": "Duration (s)|Time Spent|Durasi|View Time (sec)|Lama Dilihat|View Duration",
        "pages_viewed": "Pages Viewed|Halaman Dilihat|Slides Viewed|Page Views|"
        "Jumlah Halaman Dilihat|"
        "Viewed Pages",
        "pages": "Total Pages|Jumlah Halaman|Page Count|Pages|Number of Slides|Total Halaman",
        "deal_id": "Deal ID|Opportunity ID|ID Peluang|Related Opportunity|No Deal|Deal",
    },
    TableKind.TRAINING: {
        "learner_id": "Learner ID|Employee ID|NIK|Username|ID Peserta|User ID|Nama Karyawan|"
        "Participant|Peserta|Student Email|Email Peserta|Learner",
        "course_id": "Course ID|Course Name|Nama Pelatihan|Kode Kursus|Course|Training Title|"
        "Kursus|"
        "Module|Learning Item|Judul Pelatihan",
        "run": "Batch|Angkatan|Session|Course Run|Gelombang|Cohort",
        "assigned_at": "Assigned On|Date Assigned|Tgl Penugasan|Assignment Date|Ditugaskan Pada|"
        "Assigned Date",
        "enrolled_at": "Enrolled On|Enrollment Date|Tgl Daftar|Date Enrolled|Tanggal Pendaftaran|"
        "Registration Date",
        "started_at": "Started On|Start Date|Tgl Mulai|Date Started|Tanggal Mulai|Launched On",
        "completed_at": "Completed On|Completion Date|Tgl Selesai|Date Completed|Tanggal Lulus|"
        "Finished At|Tanggal Penyelesaian|Completed Date",
        "due_at": "Due Date|Batas Waktu|Deadline|Required By|Tenggat|Due On",
        "unenrolled_at": "Unenrolled On|Withdrawal Date|Tgl Mundur|Date Dropped|Withdrawn On|"
        "Tanggal Keluar",
        "status": "Status|Completion Status|Status Pelatihan|Enrollment Status|Progress Status|"
        "State",
        "score": "Score|Final Score|Nilai|Grade|Nilai Ujian|Skor Akhir|Quiz Score|Post Test",
        "attempts": "Attempts|Number of Attempts|Jumlah Percobaan|Percobaan|Attempt Count|Tries",
        "hours": "Hours|Training Hours|Jam Pelatihan|Durasi (jam)|Credit Hours|Total Jam",
    },
    TableKind.WEB_TRAFFIC: {
        "occurred_at": "Date|Tanggal|Day|Tgl|Visit Date|Hari",
        "channel": "Default Channel Group|Channel|Kanal|Session channel group|Saluran|"
        "Marketing channel",
        "source_medium": "Source / Medium|Session source / medium|Sumber / Media|Traffic source|"
        "Sumber Trafik|Source/medium",
        "page": "Landing Page|Page path|Halaman|Page|URL|Halaman Landas",
        "users": "Users|Active users|Pengguna|Total users|Pengunjung|Unique visitors",
        "new_users": "New users|Pengguna baru|First-time visitors|New visitors|Pengunjung Baru|"
        "New Users",
        "sessions": "Sessions|Visits|Sesi|Total sessions|Kunjungan|Jumlah Sesi",
        "engaged_sessions": "Engaged sessions|Sesi terlibat|Engaged visits|Sesi berinteraksi",
        "avg_engagement_time_s": "Average engagement time|Avg. session duration|"
        "Rata-rata waktu keterlibatan|"
        "Avg. time on page|Rata-rata durasi sesi|Avg engagement time (s)",
        "events": "Event count|Events|Jumlah peristiwa|Total events|Peristiwa|Event total",
        "key_events": "Key events|Conversions|Konversi|Goal completions|Peristiwa penting|"
        "Total conversions",
        "clicks": "Clicks|Klik|Link clicks|Total clicks|Jumlah Klik|Url clicks",
        "impressions": "Impressions|Tayangan|Impr.|Impresi|Ad impressions|Jumlah Tayangan",
        "position": "Average position|Position|Posisi rata-rata|Posisi|Avg. position|Rank",
        "revenue": "Total revenue|Pendapatan|Purchase revenue|Revenue|Ecommerce revenue|Omzet",
    },
    TableKind.ORDERS: {
        "order_id": "Order ID|Order Number|No Faktur|Invoice No|Nomor Pesanan|No. Nota|"
        "Transaction ID|"
        "Booking Reference|ID Transaksi|PO Number|SO Number|Kode Booking",
        "ordered_at": "Order Date|Tanggal Pesan|Tgl Faktur|Invoice Date|Tanggal Transaksi|"
        "Booking Date|"
        "Purchased At|Tgl Order|Created at|Tgl Pemesanan",
        "service_at": "Check-in Date|Arrival Date|Tanggal Check In|Travel Date|Tgl Kedatangan|"
        "Service Date|"
        "Tanggal Layanan|Arrival",
        "due_at": "Due Date|Required Date|Jatuh Tempo|Promised Date|Tgl Jatuh Tempo|Delivery Due",
        "shipped_at": "Shipped Date|Ship Date|Tgl Kirim|Delivery Date|Tanggal Pengiriman|"
        "Dispatched On",
        "finished_at": "Finished Date|Completed At|Tgl Selesai Produksi|Completion Date|"
        "Selesai Produksi|"
        "Production Finished",
        "cancelled_at": "Cancelled at|Cancellation Date|Tgl Batal|Date Cancelled|"
        "Tanggal Pembatalan|"
        "Canceled On",
        "status": "Order Status|Status Pesanan|Status|Fulfillment Status|Status Order|"
        "Booking Status",
        "quantity": "Quantity|Qty|Jumlah Terjual|Units|Kuantitas|Jumlah Barang|Quantity Ordered|"
        "Pcs",
        "unit_price": "Unit Price|Harga Satuan|Price|Harga|Price Each|Harga per Unit|"
        "Selling Price|"
        "Item Price",
        "revenue": "Total|Sales|Total Penjualan|Order Total|Total Harga|Grand Total|Line Total|"
        "Omzet|"
        "Net Sales|Total Bayar",
        "cost": "Cost|HPP|COGS|Harga Pokok|Total Cost|Modal",
        "profit": "Profit|Laba|Gross Profit|Keuntungan|Laba Kotor|Margin",
    },
    TableKind.CUSTOMERS: {
        "customer_id": "Customer ID|customerID|ID Pelanggan|Kode Pelanggan|Account ID|"
        "No Pelanggan|"
        "Subscriber ID|Client ID",
        "started_at": "Signup Date|Customer Since|Tgl Bergabung|Start Date|"
        "Tanggal Mulai Langganan|"
        "Activation Date|Joined|Pelanggan Sejak",
        "churned_at": "Churn Date|Cancelled On|Tgl Berhenti|End Date|Tanggal Berhenti|Churned At|"
        "Termination Date|Subscription End",
        "churned": "Churn|Churned|Berhenti|Is Churned|Exited|Churn Flag|Status Churn|Attrition",
        "tenure_months": "Tenure|Tenure (months)|Lama Berlangganan (bulan)|Months Active|"
        "Masa Langganan|"
        "Subscription Length",
        "mrr": "MRR|Monthly Charges|Biaya Bulanan|Monthly Fee|Tagihan Bulanan|"
        "Monthly Recurring Revenue",
    },
    TableKind.SURVEY: {
        "response_id": "Response ID|Respondent ID|ID Respons|No. Responden|ResponseId|"
        "Submission ID",
        "respondent": "Email|Respondent|Nama Responden|Username|Email Address|Nama pengguna",
        "submitted_at": "Timestamp|Cap waktu|Submitted At|Completion time|Tanggal Pengisian|"
        "Survey Date|"
        "Date submitted|Submit Date (UTC)",
        "question": "Question|Pertanyaan|Survey Question|Question Text|Pernyataan|Item Pertanyaan",
        "score": "Score|Skor|Response|Rating|Jawaban|Answer Value",
        "comment": "Comment|Komentar|Feedback|Saran|Comments|Masukan",
    },
}

# Columns that exports carry and no kind needs.
EXTRA = (
    "Notes|Catatan|Phone|No HP|City|Kota|Country|Priority|Tags|Created By|Modified By|Description|"
    "Website|Industry|Alamat|Visible to|Last Activity Date|Contact Person"
).split("|")


def names(kind: TableKind, held_out: bool) -> dict[str, list[str]]:
    """Field -> the names of one half."""
    found = {}
    for field, written in _WRITTEN[kind].items():
        every = written.split("|")
        found[field] = every[1::2] if held_out else every[::2]
    return found


KINDS = tuple(_WRITTEN)
