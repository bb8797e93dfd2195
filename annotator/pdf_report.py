"""Composition root of the hand-over as PDF: painted with fonts of the system, without a window and a display."""

from __future__ import annotations

from PySide6.QtCore import QBuffer, QIODevice
from PySide6.QtGui import QPageSize, QPdfWriter

from annotator import __version__
from annotator.interop.handover.content import HandOver
from annotator.ui.paper.report_pages import paint_reports
from annotator.ui.paper.sheet_of_paper import DPI, paper_size
from annotator.ui.system.without_display import ready_to_paint


def file_of(handed: HandOver) -> bytes:
    """Return the hand-over as a PDF, whose fonts are in it."""
    ready_to_paint()
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setPageSize(QPageSize(paper_size()))
    writer.setResolution(DPI)
    writer.setTitle(handed.article.title)
    writer.setCreator(f"Annotator {__version__}")
    paint_reports(writer, (handed,))
    del writer
    return bytes(buffer.data().data())
