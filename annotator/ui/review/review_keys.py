"""Keys of the review mode: what each does, and the filter that runs them wherever nothing is typed."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QWidget

from annotator.model.scheme import Label
from annotator.translation.messages import pgettext
from annotator.ui.widgets.words.key_names import caption, caption_of, modifier

Key = Qt.Key
SHIFT, PAD = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.KeypadModifier


def review_keys(leave: str) -> tuple[tuple[str, str], ...]:
    """Return what keys do in the review; ``leave`` is the key that leaves it."""
    return (
        ("A", pgettext("what a key does", "accept")),
        ("X", pgettext("what a key does", "reject")),
        ("R", pgettext("what a key does", "reason")),
        (caption("Enter"), pgettext("what a key does", "correct")),
        ("C", pgettext("what a key does", "comment")),
        (caption("Space"), pgettext("what a key does", "next")),
        (_letters(), pgettext("what a key does", "add")),
        ("S", pgettext("what a key does", "settle")),
        (leave, pgettext("what a key does", "leave")),
    )


def review_clicks(
    does: Mapping[Qt.Key, Callable[[], object]],
    leave: str,
    leaving: Callable[[], object],
    add: Callable[[], object],
) -> dict[str, Callable[[], object]]:
    """Return by caption what a click on each key does; ``add`` asks for the label that the letters stand for."""
    clicks = {caption_of(QKeySequence(key)): run for key, run in does.items()}
    return {**clicks, leave: leaving, _letters(): add}


def _letters() -> str:
    return f"{modifier('Shift')} A–Z"


class ReviewKeys(QObject):
    """Runs ``does`` by key, and ``add`` with the label whose letter is pressed with Shift, in the watched widgets."""

    def __init__(
        self,
        does: Mapping[Qt.Key, Callable[[], object]],
        labels: Callable[[], tuple[Label, ...]],
        add: Callable[[str], object],
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._does, self._labels, self._add = does, labels, add

    def watch(self, *widgets: QWidget) -> None:
        """Run the keys that are pressed in these widgets."""
        for widget in widgets:
            widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and (run := self._meant(event)):
            if event.type() == QEvent.Type.ShortcutOverride:
                event.accept()
                return True
            if event.type() == QEvent.Type.KeyPress:
                run()
                return True
        return super().eventFilter(watched, event)

    def _meant(self, event: QKeyEvent) -> Callable[[], object] | None:
        held = event.modifiers() & ~PAD
        if held == Qt.KeyboardModifier.NoModifier:
            return self._does.get(Key(event.key()))
        letter = event.text().casefold()
        label = next((one for one in self._labels() if one.key and one.key.casefold() == letter), None)
        return (lambda: self._add(label.id)) if held == SHIFT and letter and label else None
