"""Composition root of the hand-over as PDF: painted with fonts of the system, without a window and a display."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QBuffer, QCoreApplication, QIODevice
from PySide6.QtGui import QGuiApplication, QPageSize, QPdfWriter

from annotator import __version__
from annotator.interop.handover.content import HandOver
from annotator.ui.paper.report_pages import paint_reports
from annotator.ui.paper.sheet_of_paper import DPI, paper_size


def file_of(handed: HandOver) -> bytes:
    """Return the hand-over as a PDF, whose fonts are in it."""
    if QCoreApplication.instance() is None:
        _without_display()
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


@lru_cache(maxsize=1)
def _without_display() -> QGuiApplication:
    """Return an application for fonts alone; it lives as long as the program."""
    return QGuiApplication(["annotator", "-platform", "offscreen"])
