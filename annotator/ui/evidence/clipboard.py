"""The content of the clipboard as evidence: files, an image, a link or words."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QBuffer, QByteArray, QIODevice
from PySide6.QtGui import QGuiApplication, QImage

from annotator.session.editing.evidence.evidence_services import EvidenceServices
from annotator.ui.widgets.file_drops import local_paths


def paste_evidence(services: EvidenceServices, claims: Sequence[str]) -> None:
    """Add what the clipboard has as evidence for the claims: files are kept, an image becomes a file."""
    data = QGuiApplication.clipboard().mimeData()
    if data is None:  # as whoever had it has gone
        return
    if paths := local_paths(data):
        services.keeping.keep(paths, claims)
    elif data.hasImage() and not data.hasText():
        image = QGuiApplication.clipboard().image()
        services.keeping.keep_image(lambda: png_of(image), claims)
    else:
        services.edits.add_pasted(claims, data.text())


def png_of(image: QImage) -> bytes:
    """Return the image as a PNG file."""
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload]  # the stubs want the format as bytes
    return bytes(data.data())
