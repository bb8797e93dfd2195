"""How the window asks and tells: one small interface, so that nothing else opens a system dialog."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from annotator.model.visible import visible


@dataclass(frozen=True, slots=True)
class Question:
    """Something the user has to decide. The first of ``answers`` is the safe one; closing the window means the last."""

    title: str
    sentence: str
    answers: tuple[str, ...]
    detail: str = ""


class SystemDialogs(Protocol):
    """What the window may ask and tell."""

    def tell(self, title: str, sentence: str, detail: str = "") -> None:
        """Say something that the user must read before going on."""

    def ask(self, question: Question) -> str:
        """The answer that was chosen."""

    def choose_folder(self, start: str) -> str:
        """The folder that was chosen; empty where none was."""

    def choose_article(self, start: str, suffixes: tuple[str, ...]) -> str:
        """The article that was chosen; empty where none was."""

    def choose_copy(self, start: str) -> str:
        """Where a copy of the sidecar ``start`` is to be written; empty where it is not."""

    def choose_target(self, start: str, suffix: str) -> str:
        """The file to export to, or the folder where ``suffix`` is empty; empty where none was chosen."""

    def choose_sources(self, start: str) -> tuple[str, ...]:
        """The files to import; empty where none were chosen."""

    def choose_source_folder(self, start: str) -> str:
        """A folder of files to import, or one to import into; empty where none was chosen."""


class NativeDialogs:
    """Asks and tells in dialogs above the window, as plain text."""

    def __init__(self, window: Callable[[], QWidget | None]) -> None:
        self._window = window

    def tell(self, title: str, sentence: str, detail: str = "") -> None:
        self.ask(Question(title, sentence, ("OK",), detail))

    def ask(self, question: Question) -> str:
        from PySide6.QtWidgets import QMessageBox  # here: its many names are slow to make, and seldom needed

        box = QMessageBox(self._window())
        box.setObjectName("messageBox")
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.setWindowTitle(question.title)
        box.setText(visible(question.sentence))
        box.setInformativeText(visible(question.detail))
        buttons = {box.addButton(a, QMessageBox.ButtonRole.ActionRole): a for a in question.answers}
        first, *_, last = [*buttons, *buttons]
        box.setDefaultButton(first)
        box.setEscapeButton(last)
        box.exec()
        return next(answer for button, answer in buttons.items() if button is box.clickedButton())

    def choose_folder(self, start: str) -> str:
        from PySide6.QtWidgets import QFileDialog  # here: likewise

        return QFileDialog.getExistingDirectory(self._window(), "Open folder", start)

    def choose_article(self, start: str, suffixes: tuple[str, ...]) -> str:
        from PySide6.QtWidgets import QFileDialog  # here: likewise

        patterns = " ".join(f"*{suffix}" for suffix in suffixes)
        chosen, _ = QFileDialog.getOpenFileName(self._window(), "Open article", start, f"Articles ({patterns})")
        return chosen

    def choose_copy(self, start: str) -> str:
        from PySide6.QtWidgets import QFileDialog  # here: likewise

        chosen, _ = QFileDialog.getSaveFileName(self._window(), "Save the annotations elsewhere", start, "*.yaml")
        return chosen

    def choose_target(self, start: str, suffix: str) -> str:
        from PySide6.QtWidgets import QFileDialog  # here: likewise

        if not suffix:
            return QFileDialog.getExistingDirectory(self._window(), "Export to folder", start)
        asked_later = QFileDialog.Option.DontConfirmOverwrite
        chosen, _ = QFileDialog.getSaveFileName(
            self._window(), "Export to file", start, f"*{suffix};;*", options=asked_later
        )
        return chosen

    def choose_sources(self, start: str) -> tuple[str, ...]:
        from PySide6.QtWidgets import QFileDialog  # here: likewise

        chosen, _ = QFileDialog.getOpenFileNames(self._window(), "Import files", start)
        return tuple(chosen)

    def choose_source_folder(self, start: str) -> str:
        from PySide6.QtWidgets import QFileDialog  # here: likewise

        return QFileDialog.getExistingDirectory(self._window(), "Choose folder", start)
