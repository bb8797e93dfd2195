"""Keys of a mode that find room in the bar."""

from __future__ import annotations

from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from annotator.ui.article_page.mode_bar import ModeBar
from annotator.ui.theme.look import Look

STATES = ("○ to check", "… asked", "✓ confirmed", "→ change", "? query", "“ opinion", "∅ cannot verify", "leave")
KEYS = tuple(zip(("T", "A", "C", "E", "Q", "O", "N", "Esc"), STATES, strict=True))
WITHOUT_THE_LAST_BUT_ONE = (*KEYS[:-2], KEYS[-1])


def picture(bar: ModeBar, keys: tuple[tuple[str, str], ...], width: int) -> QImage:
    bar.resize(width, 44)
    bar.show_keys(keys, awaited=True)
    return bar.grab().toImage()


def width_of(image: QImage) -> int:
    """The columns up to the last in which anything is painted."""
    middle, empty = image.height() // 2, image.pixel(image.width() - 1, image.height() // 2)
    lines = range(middle - 8, middle + 8)
    return max(x for x in range(image.width()) if any(image.pixel(x, y) != empty for y in lines))


def test_keys_stand_closer_before_one_is_left_out(qtbot: QtBot, light_look: Look) -> None:
    bar = ModeBar(light_look)
    qtbot.addWidget(bar)
    needed = width_of(picture(bar, KEYS, 2000))
    for width, all_shown in ((needed + 50, True), (needed - 40, True), (needed // 3, False)):
        shown = picture(bar, KEYS, width)
        assert (shown != picture(bar, WITHOUT_THE_LAST_BUT_ONE, width)) == all_shown, width
