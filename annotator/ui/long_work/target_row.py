"""Target path of what is written: a field and a button that opens the system's file dialog."""

from __future__ import annotations

from pathlib import Path
from typing import Protocol

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QWidget

from annotator.corpus.own_input import OwnInput
from annotator.interop.output import is_taken
from annotator.storage.files.plain_path import plain_path
from annotator.translation.messages import N_, _
from annotator.ui.system.system_dialogs import Question, SystemDialogs

KEEP, REPLACE, CANCEL = N_("Another place…"), N_("Replace it"), N_("Cancel")
RING = 4
"""Pixels around a button for its focus ring."""

NO_PLACE, NOT_WHOLE = N_("Choose where to export to."), N_("Enter the full path to export to.")


class Kind(Protocol):
    """Kind of target: a file with that suffix or, where it is empty, a folder; ``name`` is that of the format."""

    @property
    def name(self) -> str: ...

    @property
    def suffix(self) -> str: ...


class TargetRow(QWidget):
    """Path field that proposes a name made of ``name`` and the format, in ``folder``. ``changed``: another path.

    ``said`` is the accessible name of the field.
    """

    changed = Signal()

    def __init__(self, folder: Path, name: str, messages: SystemDialogs, parent: QWidget, said: str = "") -> None:
        super().__init__(parent)
        self._folder, self._name, self._messages = folder, name, messages
        self._format: Kind | None = None
        self._proposed = ""
        self._read = OwnInput([])
        self._field, self._button = QLineEdit(self), QPushButton(_("Choose…"), self)
        self._field.setObjectName("exportPlace")
        self._field.setAccessibleName(said or _("Export to"))
        self._button.setObjectName("choosePlace")
        self._button.setAccessibleName(_("Choose where to export to"))
        self._button.setAutoDefault(False)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, RING, 0, RING)
        row.setSpacing(8)
        row.addWidget(self._field, 1)
        row.addWidget(self._button)
        self.setFocusProxy(self._field)
        self._field.textChanged.connect(lambda _text: self.changed.emit())
        self._button.clicked.connect(self.choose)

    @property
    def target(self) -> Path:
        path = Path(self._field.text().strip()).expanduser()
        return plain_path(path) if path.is_absolute() else path

    def follow_source(self, source: Path) -> None:
        """Refuse targets that are, or lie among, the files of that folder or article, which are read."""
        self._read = OwnInput([source])

    def fit(self, format: Kind, name: str) -> None:
        """Propose a path for the format; of a path chosen by the user change at most the suffix."""
        before, self._format, self._name = self._format, format, name
        chosen = self._field.text()
        if chosen == self._proposed:
            self._propose(str(self._folder / proposed_name(name, format)))
        elif before and before.suffix and format.suffix and chosen.endswith(before.suffix):
            self._field.setText(chosen.removesuffix(before.suffix) + format.suffix)

    def refusal(self) -> str:
        """Return a sentence that says why the path cannot be written to; empty where writing can be tried."""
        if not self._field.text().strip():
            return _(NO_PLACE)
        if not self.target.is_absolute():
            return _(NOT_WHOLE)
        return self._read.refusal(self.target, folder=not (self._format and self._format.suffix))

    def choose(self) -> None:
        """Let the user choose a path, and append the format's suffix to a file name without one."""
        suffix = self._format.suffix if self._format else ""
        chosen = self._messages.choose_target(str(self.target if suffix else self.target.parent), suffix)
        if chosen:
            self._field.setText(f"{chosen}{suffix}" if suffix and not Path(chosen).suffix else chosen)

    def may_write(self, format: Kind) -> bool:
        """Return whether the export may be written, asking the user where the path exists already."""
        while is_taken(self.target, folder=not format.suffix):
            answer = self._messages.ask(_question(self.target, format))
            if answer != _(KEEP):
                return answer == _(REPLACE)
            before = self.target
            self.choose()
            if self.target == before:
                return False
        return True

    def _propose(self, place: str) -> None:
        self._proposed = place
        self._field.setText(place)


def proposed_name(name: str, format: Kind) -> str:
    """Return “news-2016.jsonl” or, for a folder of files, “news-2016-brat”."""
    return f"{name}{format.suffix}" if format.suffix else f"{name}-{format.name}"


def _question(target: Path, format: Kind) -> Question:
    there = _("There is already a folder that is not empty: {path}")
    sentence = there if target.is_dir() else _("There is a file already: {path}")
    detail = "" if format.suffix else _("Files of the same names are replaced, all others stay.")
    return Question(_("Replace it?"), sentence.format(path=target), (_(KEEP), _(REPLACE), _(CANCEL)), detail)
