"""The editors of attributes as they are drawn: in high contrast, after another size of letters, in a narrow panel."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QColor, QFont, QImage
from PySide6.QtWidgets import QAbstractButton, QApplication, QToolButton, QWidget

from tests.support.program import Key, Program
from tests.ui.panels.details.editing import go_to, part, press


def picture(program: Program, name: str) -> QImage:
    return part(program, QWidget, name).grab().toImage()


def colours_of_top(image: QImage) -> set[str]:
    return {QColor(image.pixelColor(image.width() // 2, y)).name() for y in range(4)}


def test_the_open_editor_has_an_outline_in_high_contrast_alone(program: Program) -> None:
    go_to(program, "amount")
    assert len(colours_of_top(picture(program, "editor-amount"))) == 1
    program.part(QAction, "theme_contrast").trigger()
    assert len(colours_of_top(picture(program, "editor-amount"))) > 1
    program.part(QAction, "theme_light").trigger()


def test_a_value_is_laid_out_again_in_another_font(program: Program) -> None:
    go_to(program, "amount")
    program.type("12")
    press(program, Key.Key_Return)
    row = part(program, QAbstractButton, "value-amount")
    before = row.grab().toImage()
    font = QFont(row.font())
    font.setBold(True)
    row.setFont(font)
    QApplication.processEvents()
    assert row.accessibleName().startswith("Amount")
    assert row.grab().toImage() != before


def test_words_of_a_row_keep_away_from_its_ring(program: Program) -> None:
    go_to(program, "summary")
    program.type("x" * 200)
    press(program, Key.Key_Return)
    row = part(program, QAbstractButton, "value-summary")
    assert row.hasFocus()
    image = row.grab().toImage()
    for x in (4, 6, image.width() - 7, image.width() - 5):
        assert len({image.pixel(x, y) for y in range(8, image.height() - 8)}) == 1, x


def test_the_calendar_has_the_colours_of_the_window_and_leaves_the_field_to_be_seen(program: Program) -> None:
    program.part(QAction, "theme_dark").trigger()
    go_to(program, "day")
    part(program, QAbstractButton, "calendarButton").click()
    popup = QApplication.activePopupWidget()
    assert popup is not None
    field = part(program, QWidget, "valueField")
    assert popup.y() >= field.mapToGlobal(field.rect().bottomLeft()).y()
    image, theme = popup.grab().toImage(), program.view.look.theme
    colours = {image.pixelColor(x, y).name() for x in range(image.width()) for y in range(image.height())}
    assert theme.base.name() in colours
    assert QColor(Qt.GlobalColor.red).name() not in colours
    for name in ("qt_calendar_prevmonth", "qt_calendar_nextmonth"):
        arrow = popup.findChild(QToolButton, name).grab().toImage()
        seen = {arrow.pixelColor(x, y).name() for x in range(arrow.width()) for y in range(arrow.height())}
        assert theme.muted.name() in seen
    popup.close()
    program.part(QAction, "theme_light").trigger()
