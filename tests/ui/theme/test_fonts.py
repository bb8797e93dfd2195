"""Fonts of the window and what is measured by them, when the system's font becomes another one."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor, QFont, QFontInfo, QImage, QPainter
from PySide6.QtWidgets import QApplication

from annotator.ui.theme.fonts import MEDIUM, chrome_font
from annotator.ui.theme.paint import key_cap_width, paint_key_cap
from annotator.ui.theme.tokens import Theme, load_theme


@pytest.fixture
def larger(qapp: QApplication) -> Iterator[QFont]:
    """A font twice as large, for the test to use."""
    before = QFont(QApplication.font())
    font = QFont(before)
    font.setPixelSize(2 * QFontInfo(before).pixelSize())
    yield font
    QApplication.setFont(before)


def cap(theme: Theme, text: str = "Ctrl") -> QImage:
    image = QImage(120, 40, QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    with QPainter(image) as painter:
        paint_key_cap(painter, QPointF(4, 20), text, theme)
    return image


def test_fonts_follow_the_systems(larger: QFont) -> None:
    before, width = chrome_font(), key_cap_width("Ctrl")
    QApplication.setFont(larger)
    assert chrome_font().pixelSize() == QFontInfo(larger).pixelSize() > before.pixelSize()
    assert key_cap_width("Ctrl") > width


def test_a_font_that_was_changed_changes_no_other(qapp: QApplication) -> None:
    changed = chrome_font(-1, MEDIUM)
    changed.setPixelSize(40)
    assert chrome_font(-1, MEDIUM).pixelSize() < 40


def test_a_key_cap_follows_font_theme_and_words(larger: QFont) -> None:
    light, dark = load_theme("light"), load_theme("dark")
    first = cap(light)
    assert cap(light) == first
    others = [cap(dark), cap(light, "Strg")]
    QApplication.setFont(larger)
    others.append(cap(light))
    assert all(first != other for other in others)
