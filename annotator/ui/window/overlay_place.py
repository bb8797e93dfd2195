"""Place of a panel over the page: beside the text where there is room, else where it leaves the annotation in sight."""

from __future__ import annotations

from math import floor

from PySide6.QtCore import QRect

from annotator.ui.widgets import overlay
from annotator.ui.widgets.overlay import Overlay
from annotator.ui.window.panel_specs import LEFT, PanelSpec, standing
from annotator.ui.window.split_area import SplitArea

LINES, SHARE = 4.5, 0.4
"""Lines of the text that a panel which covers it leaves free, but no more than this share of the height."""


class OverlayPlace:
    """Puts ``card`` over ``area``, and scrolls the text where the caret's line would be covered.

    The caret is in the selected annotation, so that its words can be read beside what the panel says of it.
    """

    def __init__(self, card: Overlay, area: SplitArea) -> None:
        self._card, self._area, self._view = card, area, area.page.view

    def is_beside(self, spec: PanelSpec) -> bool:
        """Return whether panel and text have room beside each other."""
        return self._area.has_room_for(overlay.ROOM, at_left=_at_left(spec))

    def put(self, spec: PanelSpec) -> None:
        """Put the card to the panel's side, and the text beside it where that leaves the text its width."""
        at_left, beside = _at_left(spec), self.is_beside(spec)
        self._area.reserve(overlay.ROOM if beside else 0, at_left=at_left)
        room = self._area.middle(at_left=at_left)
        covers = not beside and (at_left or not self._area.panes)
        self._card.place(self._clear_of_caret(room) if covers and spec.about_text else room, at_left=at_left)

    def _clear_of_caret(self, room: QRect) -> QRect:
        """Return the part of ``room`` below the caret's line, or above it where that is larger."""
        pitch = round(self._view.measure.pitch)
        free = min(round(LINES * pitch), round(SHARE * room.height()))
        self._scroll_caret_into(free, pitch)
        line = self._view.cursorRect()
        below, above = max(free, line.bottom() + pitch // 2), min(room.height() - free, line.top() - pitch // 2)
        if room.height() - below >= above:
            return room.adjusted(0, min(below, room.height() - free), 0, 0)
        return QRect(room.left(), room.top(), room.width(), max(above, free))

    def _scroll_caret_into(self, free: int, pitch: int) -> None:
        """Scroll so that the caret's line is the second one in sight, unless it is within ``free`` pixels already."""
        line, bar = self._view.cursorRect(), self._view.verticalScrollBar()
        if line.top() < 0 or line.bottom() > free - pitch // 2:
            bar.setValue(bar.value() + floor((line.top() - pitch) / pitch))


def _at_left(spec: PanelSpec) -> bool:
    return standing(spec.area) is LEFT
