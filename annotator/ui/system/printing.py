"""Printing of a text or of what is painted, on paper or as PDF, by the system's dialog."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtGui import QTextDocument
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QWidget


def print_chosen(title: str, document: QTextDocument, window: QWidget | None) -> None:
    """Let the user choose a printer, or a PDF file, and print the document on it."""
    print_by(title, document.print_, window)


def print_by(title: str, run: Callable[[QPrinter], None], window: QWidget | None) -> None:
    """Let the user choose a printer, or a PDF file, and let ``run`` print on it."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setDocName(title)
    dialog = QPrintDialog(printer, window)
    dialog.setObjectName("printDialog")
    dialog.setWindowTitle(title)
    if dialog.exec() == QPrintDialog.DialogCode.Accepted:
        run(printer)
