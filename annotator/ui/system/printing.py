"""Printing by the system's dialog, on paper or as PDF."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QWidget


def print_chosen(title: str, paint: Callable[[QPrinter], None], window: QWidget | None) -> None:
    """Let the user choose a printer, or a PDF file, and paint on it."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setDocName(title)
    dialog = QPrintDialog(printer, window)
    dialog.setObjectName("printDialog")
    dialog.setWindowTitle(title)
    if dialog.exec() == QPrintDialog.DialogCode.Accepted:
        paint(printer)
