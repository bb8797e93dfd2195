"""Interface to message boxes and file dialogs, and its implementation with native dialogs."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Protocol

from msgspec import Struct
from PySide6.QtCore import Qt
from PySide6.QtGui import QPagedPaintDevice, QTextDocument
from PySide6.QtWidgets import QWidget

from annotator.model.visible import visible
from annotator.translation.messages import _

LONG_WORD, PIECE = re.compile(r"[^\s/-]{60,}"), re.compile(r".{30}(?=.)")
BREAK_HERE = "\u200b"
MOST_SHOWN, SHOWN_END = 1500, 300
"""Characters of a text that a box on a small screen has room for, and those of the end of a longer one."""


class Question(Struct, frozen=True):
    """Question to the user. The first of ``answers`` is the default; closing the box gives the last."""

    title: str
    sentence: str
    answers: tuple[str, ...]
    detail: str = ""


class SystemDialogs(Protocol):
    """Interface for messages and questions to the user, so that tests can answer without a dialog."""

    def tell(self, title: str, sentence: str, detail: str = "") -> None:
        """Show a message, and return when the user has closed it."""

    def ask(self, question: Question) -> str:
        """Ask the question and return the answer that the user has chosen."""

    def print_text(self, title: str, document: QTextDocument) -> None:
        """Let the user choose a printer, or a PDF file, and print the document on it."""

    def print_painted(self, title: str, paint: Callable[[QPagedPaintDevice], None]) -> None:
        """Let the user choose a printer, or a PDF file, and ``paint`` on it."""

    def choose_folder(self, start: str) -> str:
        """Return the path of the folder to open, beginning the choice at ``start``; empty on Cancel."""

    def choose_article(self, start: str, suffixes: tuple[str, ...]) -> str:
        """Return the path of the article to open, among files with these ``suffixes``; empty on Cancel."""

    def choose_copy(self, start: str) -> str:
        """Return the path to write a copy of the sidecar ``start`` to; empty on Cancel."""

    def choose_target(self, start: str, suffix: str) -> str:
        """Return the path of the file to export to, or of the folder where ``suffix`` is empty; empty on Cancel."""

    def choose_sources(self, start: str) -> tuple[str, ...]:
        """Return the paths of the files to import; empty on Cancel."""

    def choose_evidence(self, start: str) -> str:
        """Return the path of the file to keep as evidence; empty on Cancel."""

    def choose_source_folder(self, start: str) -> str:
        """Return the path of a folder to import files from, or to import into; empty on Cancel."""


class NativeDialogs:
    """Dialogs over the window; messages are shown as plain text."""

    def __init__(self, window: Callable[[], QWidget | None]) -> None:
        self._window = window

    def tell(self, title: str, sentence: str, detail: str = "") -> None:
        self.ask(Question(title, sentence, (_("OK"),), detail))

    def ask(self, question: Question) -> str:
        from PySide6.QtWidgets import QMessageBox  # here: its many enum members are slow to import and seldom needed

        box = QMessageBox(self._window())
        box.setObjectName("messageBox")
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.setWindowTitle(question.title)
        box.setText(_fitting(question.sentence))
        box.setInformativeText(_fitting(question.detail))
        role = QMessageBox.ButtonRole
        between = dict.fromkeys(question.answers[1:-1], role.ActionRole)
        roles = {question.answers[-1]: role.RejectRole} | between | {question.answers[0]: role.AcceptRole}
        buttons = {box.addButton(answer, roles[answer]): answer for answer in question.answers}
        first, *_others, last = [*buttons, *buttons]
        box.setDefaultButton(first)
        box.setEscapeButton(last)
        box.exec()
        clicked = (answer for button, answer in buttons.items() if button is box.clickedButton())
        return next(clicked, question.answers[-1])  # there is none where the program ends meanwhile

    def print_text(self, title: str, document: QTextDocument) -> None:
        from annotator.ui.system.printing import print_chosen  # here: likewise

        self._tell_failed(title, print_chosen(title, document, self._window()))

    def print_painted(self, title: str, paint: Callable[[QPagedPaintDevice], None]) -> None:
        from annotator.ui.system.printing import print_by  # here: likewise

        self._tell_failed(title, print_by(title, paint, self._window()))

    def _tell_failed(self, title: str, printer: str) -> None:
        if printer:
            # Translators: {printer} is the name of a printer, or the path of a PDF file.
            sentence = _("Nothing was printed: {printer} cannot be opened.").format(printer=visible(printer))
            self.tell(title, sentence, _("Choose another printer, or another place for the file."))

    def choose_folder(self, start: str) -> str:
        from PySide6.QtWidgets import QFileDialog  # here: likewise

        return QFileDialog.getExistingDirectory(self._window(), _("Open folder"), start)

    def choose_article(self, start: str, suffixes: tuple[str, ...]) -> str:
        from PySide6.QtWidgets import QFileDialog  # here: likewise

        patterns = " ".join(f"*{suffix}" for suffix in suffixes)
        kinds = _("Articles ({patterns})").format(patterns=patterns)
        chosen, _kind = QFileDialog.getOpenFileName(self._window(), _("Open article"), start, kinds)
        return chosen

    def choose_copy(self, start: str) -> str:
        from PySide6.QtWidgets import QFileDialog  # here: likewise

        title = _("Save the annotations elsewhere")
        chosen, _kind = QFileDialog.getSaveFileName(self._window(), title, start, "*.yaml")
        return chosen

    def choose_target(self, start: str, suffix: str) -> str:
        from PySide6.QtWidgets import QFileDialog  # here: likewise

        if not suffix:
            return QFileDialog.getExistingDirectory(self._window(), _("Export to folder"), start)
        asked_later = QFileDialog.Option.DontConfirmOverwrite
        chosen, _kind = QFileDialog.getSaveFileName(
            self._window(), _("Export to file"), start, f"*{suffix};;*", options=asked_later
        )
        return chosen

    def choose_sources(self, start: str) -> tuple[str, ...]:
        from PySide6.QtWidgets import QFileDialog  # here: likewise

        chosen, _kind = QFileDialog.getOpenFileNames(self._window(), _("Import files"), start)
        return tuple(chosen)

    def choose_evidence(self, start: str) -> str:
        from PySide6.QtWidgets import QFileDialog  # here: likewise

        chosen, _kind = QFileDialog.getOpenFileName(self._window(), _("Attach a file"), start)
        return chosen

    def choose_source_folder(self, start: str) -> str:
        from PySide6.QtWidgets import QFileDialog  # here: likewise

        return QFileDialog.getExistingDirectory(self._window(), _("Choose folder"), start)


def _fitting(text: str) -> str:
    """Return the text with places to break long words at, as an address may have, which the box would cut off."""
    if len(text) > MOST_SHOWN:
        text = f"{text[: MOST_SHOWN - SHOWN_END]} … {text[-SHOWN_END:]}"
    return LONG_WORD.sub(lambda word: PIECE.sub(rf"\g<0>{BREAK_HERE}", word[0]), visible(text))
