"""The log of the content library and that of the courses, under plain names.

No export of a content library was seen with its headers, so these are the company's own.
"""

from dataclasses import replace

from core.worlds.crm.model import Company
from core.worlds.crm.systems.words import words_in
from core.worlds.exports import Column, ExportFile, Form, Sheet, csv_file, usual_style, workbook

_CONTENT = (
    Column("event_id", Form.NUMBER, "event_id", "Event ID", "ID Kejadian"),
    Column("content_id", Form.TEXT, "content_id", "Content ID", "ID Konten"),
    Column("title", Form.TEXT, "title", "Content Title", "Judul Konten"),
    Column("category", Form.WORD, "category", "Content Type", "Kategori Konten"),
    Column("action", Form.WORD, "action", "Action", "Aksi"),
    Column("user", Form.TEXT, "user", "User", "Pengguna"),
    Column("recipient", Form.TEXT, "recipient", "Recipient Email", "Email Penerima"),
    Column("is_external", Form.WORD, "is_external", "External", "Eksternal"),
    Column("occurred_at", Form.MOMENT, "occurred_at", "Event Date", "Tanggal Kejadian"),
    Column("duration_s", Form.NUMBER, "duration_s", "View Duration (s)", "Durasi Lihat (detik)"),
    Column("pages_viewed", Form.NUMBER, "pages_viewed", "Pages Viewed", "Halaman Dilihat"),
    Column("pages", Form.NUMBER, "pages", "Pages", "Jumlah Halaman"),
    Column("deal_id", Form.NUMBER, "deal_id", "Deal ID", "ID Deal"),
    Column("published_at", Form.DAY, "published_at", "Published Date", "Tanggal Terbit"),
    Column("archived_at", Form.DAY, "archived_at", "Archived Date", "Tanggal Diarsipkan"),
)
_TRAINING = (
    Column("learner", Form.TEXT, "learner_id", "Learner", "Nama Peserta"),
    Column("region", Form.WORD, "", "Team", "Tim"),
    Column("course", Form.WORD, "course_id", "Course", "Nama Kursus"),
    Column("run", Form.TEXT, "run", "Run", "Batch"),
    Column("assigned_at", Form.DAY, "assigned_at", "Assigned Date", "Tanggal Ditugaskan"),
    Column("enrolled_at", Form.DAY, "enrolled_at", "Enrolled Date", "Tanggal Daftar"),
    Column("started_at", Form.DAY, "started_at", "Started Date", "Tanggal Mulai"),
    Column("completed_at", Form.DAY, "completed_at", "Completed Date", "Tanggal Selesai"),
    Column("due_at", Form.DAY, "due_at", "Due Date", "Batas Waktu"),
    Column("unenrolled_at", Form.DAY, "unenrolled_at", "Unenrolled Date", "Tanggal Keluar"),
    Column("status", Form.WORD, "status", "Status", "Status"),
    Column("score", Form.NUMBER, "score", "Score", "Nilai"),
    Column("attempts", Form.NUMBER, "attempts", "Attempts", "Jumlah Percobaan"),
    Column("hours", Form.NUMBER, "hours", "Training Hours", "Jam Pelatihan"),
)


def enablement(company: Company, language: str) -> tuple[ExportFile, ...]:
    """Use of content with its seconds, and training."""
    style = usual_style(language, words_in(language))
    exact = replace(style, moment="{t:%Y-%m-%d %H:%M:%S}")
    used = Sheet(f"content_usage-{language}.xlsx", "content_usage", _CONTENT)
    taught = Sheet(f"training-{language}.csv", "training", _TRAINING)
    return (workbook(used, company.content, exact), csv_file(taught, company.training, style))
