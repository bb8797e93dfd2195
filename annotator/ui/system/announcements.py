"""Announcements to a screen reader: what was done, and which annotation was selected."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from annotator.language.label_names import label_name
from annotator.language.plain_line import shortened
from annotator.session.session import Session
from annotator.translation.messages import _
from annotator.ui.system.announcing import announce

LONGEST = 120
"""Code points of an annotation's words that are read aloud."""


class Announcements(QObject):
    """Announces each sentence of the status line and each annotation that is selected, as from ``widget``."""

    def __init__(self, session: Session, widget: QWidget, announced: Callable[[QWidget, str], None] = announce) -> None:
        super().__init__(widget)
        self._session, self._widget, self._announced = session, widget, announced
        session.said.connect(self._tell)
        session.selected.connect(self._tell_selected)

    def _tell(self, sentence: str) -> None:
        if sentence:  # an empty one clears the status line
            self._announced(self._widget, sentence)

    def _tell_selected(self) -> None:
        annotation = self._session.selected_annotation
        if annotation is None:
            return
        name = label_name(self._session.scheme, annotation.label)
        words = shortened(self._session.words(annotation), LONGEST)
        note = shortened(annotation.note, LONGEST)
        self._tell(_reading(name, words, note, chosen=bool(self._session.chosen_annotation)))


def _reading(label: str, words: str, note: str, *, chosen: bool) -> str:
    """Return what is read of an annotation: that it was chosen, or is only near the caret."""
    if chosen:
        message = _("{label}, {words}, note: {note}") if note else _("{label}, {words}")
    else:
        message = _("near: {label}, {words}, note: {note}") if note else _("near: {label}, {words}")
    return message.format(label=label, words=words, note=note)
