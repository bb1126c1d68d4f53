"""What is done with sales content, as content libraries write it.

Use takes material out to a buyer (share, pitch, download) and is no view of one's own.
"""

from collections.abc import Mapping

from core.metrics.records.words import Vocabulary, worded
from core.tables.model import TableKind

CONTENT_ACTION = worded(
    share="shared, send, sent, email, emailed, email sent, livesend, liveshare, link shared, "
    "share link, shared link, dibagikan, bagikan, berbagi, membagikan, dikirim, kirim, terkirim, "
    "mengirim, share externally, external share, shared externally, link sent, link created, "
    "delivered, kirim tautan, bagikan tautan",
    pitch="pitched, present, presented, presentation, presenting, presentasi, dipresentasikan, "
    "mempresentasikan, shown, used in meeting, meeting, show, tampilkan, ditampilkan, "
    "used in pitch, pitch sent",
    download="downloaded, unduh, diunduh, mengunduh, export, exported, print, printed, cetak, "
    "dicetak, saved, simpan",
    view="viewed, views, open, opened, internal view, internal views, viewed internally, preview, "
    "previewed, read, play, played, dilihat, lihat, melihat, dibuka, buka, dibaca, baca, pratinjau",
    external_view="external views, externally viewed, viewed externally, recipient view, "
    "recipient viewed, viewed by recipient, customer view, customer viewed, viewed by customer, "
    "prospect view, prospect viewed, client view, buyer view, buyer viewed, viewed by buyer, "
    "link opened, link view, link viewed, opened by recipient, opened by customer, visitor view, "
    "dilihat pelanggan, dilihat penerima, dilihat klien, dibuka penerima, dibuka pelanggan, "
    "tampilan eksternal, dilihat eksternal, lihat eksternal",
    admin="upload, uploaded, unggah, diunggah, publish, published, terbitkan, diterbitkan, edit, "
    "edited, ubah, diubah, update, updated, diperbarui, delete, deleted, hapus, dihapus, archive, "
    "archived, arsip, diarsipkan, create, created, tag, tagged, move, moved, rename, renamed, "
    "new version, version added, versi baru, approve, approved",
)

CONTENT: Mapping[tuple[TableKind, str], Vocabulary] = {
    (TableKind.CONTENT_USAGE, "action"): CONTENT_ACTION,
}
