"""Printing of a text or of what is painted, on paper or as PDF, by the system's dialog."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtGui import QTextDocument
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QWidget

from annotator.translation.messages import _

UNOPENED = (QPrinter.PrinterState.Error, QPrinter.PrinterState.Active)
"""States of a printer on which nothing could be begun: without a name it is active for ever."""


def print_chosen(title: str, document: QTextDocument, window: QWidget | None) -> str:
    """Let the user choose a printer, or a PDF file, and print the document on it; return as ``print_by`` does."""
    return print_by(title, document.print_, window)


def print_by(title: str, run: Callable[[QPrinter], None], window: QWidget | None) -> str:
    """Let the user choose a printer, or a PDF file, and let ``run`` print on it.

    Return the name of the printer, or of the file, that could not be opened; empty if all went well.
    """
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setDocName(title)
    dialog = QPrintDialog(printer, window)
    dialog.setObjectName("printDialog")
    dialog.setWindowTitle(title)
    if dialog.exec() == QPrintDialog.DialogCode.Accepted:
        run(printer)
        if printer.printerState() in UNOPENED:
            return printer.outputFileName() or printer.printerName() or _("the printer")
    return ""
