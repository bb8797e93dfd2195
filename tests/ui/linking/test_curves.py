"""Relations are drawn in the text: curves where the ends are near, rails where they are far apart."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QAction, QColor, QImage
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from annotator.ui.article_view.margins.statement_margin import StatementMargin
from tests.support.marked_articles import Marks
from tests.support.program import Program
from tests.ui.linking.linked import CLAIM, choose, marked

Key = Qt.Key
FIRST, LAST = "Nobody left", "Everybody stayed"
PART, BLENDED = 37, 24


@pytest.fixture
def program(start_again: Callable[..., Program], tmp_path: Path) -> Program:
    return marked(start_again, tmp_path)


@pytest.fixture
def long(start_again: Callable[..., Program], tmp_path: Path) -> Program:
    """A program with a claim at the beginning of a long article, which another at its end contradicts."""
    return contradicted(start_again, tmp_path, 60)


@pytest.fixture
def short(start_again: Callable[..., Program], tmp_path: Path) -> Program:
    """The same, with both claims in sight, but far from each other."""
    return contradicted(start_again, tmp_path, 6)


def contradicted(start_again: Callable[..., Program], tmp_path: Path, paragraphs: int) -> Program:
    (tmp_path / "long.txt").write_text(f"{FIRST}.\n\n" + "Nothing else.\n\n" * paragraphs + f"{LAST}.\n", "utf-8")
    program = start_again(tmp_path / "long.txt")
    text = program.document.article.text
    for words in (LAST, FIRST):
        at = text.index(words)
        program.session.move_caret(at + len(words), at)
        program.view.setFocus()
        program.type("c")
    program.press(Key.Key_L)
    program.press(Key.Key_Return)
    program.type("2")
    program.session.reveal_caret()
    return program


def coloured(widget: QWidget, colour: QColor) -> list[QPoint]:
    """The pixels of the widget that have about that colour."""
    picture = widget.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    pixels, width = memoryview(picture.constBits()).cast("B").cast("I"), picture.bytesPerLine() // 4
    wanted = {pixel for pixel in set(pixels) if _is_about(QColor(pixel), colour)}
    return [QPoint(place % width, place // width) for place, pixel in enumerate(pixels) if pixel in wanted]


def _is_about(one: QColor, other: QColor) -> bool:
    return sum(abs(a - b) for a, b in zip(one.getRgb(), other.getRgb(), strict=True)) < 120  # type: ignore[arg-type]


def seen(program: Program, part: QWidget) -> QImage:
    """The pixels of the part that were painted, without painting again."""
    QApplication.processEvents()
    whole = program.window
    place = QRect(part.mapTo(whole, QPoint(0, 0)), part.size())
    return whole.screen().grabWindow(whole.winId()).toImage().copy(place)


def unlike(one: QImage, other: QImage) -> int:
    """Return how many bytes of colours differ by more than what blending at the borders of the parts rounds."""
    pairs = zip(bytes(one.constBits()), bytes(other.constBits()), strict=True)
    return sum(abs(a - b) > BLENDED for a, b in pairs)


def assert_parts_look_as_before(program: Program) -> None:
    """See that parts of the text that are painted again, each by itself, look as all of it does."""
    program.view.clearFocus()  # so that no caret blinks
    text = program.view.viewport()
    whole = seen(program, text)
    for top in range(0, text.height(), PART):
        for left in range(0, text.width(), PART):
            text.repaint(QRect(left, top, PART, PART))
    assert not unlike(seen(program, text), whole)


def accent(program: Program) -> QColor:
    return program.view.look.theme.accent


def badges(program: Program) -> StatementMargin:
    return program.view.findChildren(StatementMargin)[0]


def test_a_curve_to_the_other_end_of_the_selected_annotation_alone(program: Program) -> None:
    text, before = program.view.viewport(), coloured(program.view.viewport(), accent(program))
    program.press(Key.Key_L)
    program.type("mayor")
    program.press(Key.Key_Return)
    assert len(coloured(text, accent(program))) > len(before) + 200
    choose(program, "We will not wait")
    alone = len(coloured(text, accent(program)))
    program.part(QAction, "all_relations").trigger()
    assert coloured(text, accent(program)) or program.view.look.theme.high_contrast
    faint = program.view.viewport().grab().toImage()
    program.part(QAction, "all_relations").trigger()
    assert program.view.viewport().grab().toImage() != faint
    assert len(coloured(text, accent(program))) == alone


def test_undo_takes_the_curve_away(program: Program) -> None:
    text, before = program.view.viewport(), len(coloured(program.view.viewport(), accent(program)))
    program.press(Key.Key_L)
    program.type("mayor")
    program.press(Key.Key_Return)
    assert len(coloured(text, accent(program))) > before
    program.press(Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    choose(program, CLAIM)
    assert len(coloured(text, accent(program))) == before


def test_a_rail_in_the_margin_leads_out_of_sight_and_its_name_goes_there(long: Program, qtbot: QtBot) -> None:
    ring = badges(long).height() // 3
    rail = [point for point in coloured(badges(long), accent(long)) if point.y() > ring]
    assert len(rail) > 100
    named = [point for point in coloured(long.view.viewport(), accent(long)) if point.y() > ring]
    assert named
    at = QPoint((named[0].x() + named[-1].x()) // 2, (named[0].y() + named[-1].y()) // 2)
    qtbot.mouseClick(long.view.viewport(), Qt.MouseButton.LeftButton, pos=at)
    chosen = long.session.selected_annotation
    assert chosen
    assert long.document.words(chosen) == LAST
    assert any(point.y() < ring for point in coloured(badges(long), accent(long)))


@pytest.mark.parametrize("show", [True, False])
def test_relations_of_what_is_out_of_sight_are_painted_as_afresh(long: Program, show: bool) -> None:
    long.view.clearFocus()  # so that no caret blinks
    parts = long.view.viewport(), badges(long)
    assert all(seen(long, part).width() for part in parts)
    last = next(one.id for one in long.document.annotations.values() if long.document.words(one) == LAST)
    long.session.select(last, show=show)
    painted = [seen(long, part) for part in parts]
    long.view.repaint_view()
    assert not any(unlike(seen(long, part), before) for part, before in zip(parts, painted, strict=True))


def test_a_relation_within_the_selected_words_has_no_curve(program: Program) -> None:
    choose(program, "The Red Cross counted 1,204 buses")
    program.press(Key.Key_L)
    program.type("figure")
    program.press(Key.Key_Return)
    inside = len(coloured(program.view.viewport(), accent(program)))
    program.press(Key.Key_L)
    program.type("waited")
    program.press(Key.Key_Escape, times=2)
    assert len(coloured(program.view.viewport(), accent(program))) == inside


def test_parts_are_painted_with_their_curves(program: Program) -> None:
    program.press(Key.Key_L)
    program.type("mayor")
    program.press(Key.Key_Return)
    choose(program, CLAIM)
    assert_parts_look_as_before(program)


def test_parts_are_painted_with_names_at_the_edge(long: Program) -> None:
    assert_parts_look_as_before(long)


def assert_steps_look_as_painted_afresh(program: Program, *ids: str | None) -> None:
    """See that each annotation, selected in turn, looks as the whole view painted again does, margins included."""
    program.view.clearFocus()  # so that no caret blinks
    for id in ids:
        program.session.select(id)
        stepped = seen(program, program.view)
        program.view.repaint_view()
        afresh = seen(program, program.view)
        assert not unlike(stepped, afresh)


def test_another_annotation_is_painted_with_its_curves_and_without_those_before(program: Program) -> None:
    program.press(Key.Key_L)
    program.type("mayor")
    program.press(Key.Key_Return)
    assert_steps_look_as_painted_afresh(program, *program.document.annotations, *program.document.annotations)


@pytest.mark.parametrize("article", ["long", "short"])
def test_another_annotation_is_painted_without_what_was_drawn_before(
    article: str, request: pytest.FixtureRequest
) -> None:
    """Without rails, without names of ends out of sight, and without outlines of ends in sight."""
    program: Program = request.getfixturevalue(article)
    far = [annotation.id for annotation in program.document.annotations.values()]
    program.session.move_caret(30, 28)
    program.type("f")
    near = next(id for id in program.document.annotations if id not in far)
    assert_steps_look_as_painted_afresh(program, near, *far, near, *far)


def test_nothing_is_left_of_an_outline_of_several_lines(start_again: Callable[..., Program], tmp_path: Path) -> None:
    words = "and nobody left the town, as the road was shut by the flood" * 3
    marks = Marks(f"Forty left.\n\nThen, {words}.\n").mark("one", "figure", "Forty").mark("two", "claim", words)
    program = start_again(marks.relate("one", "quantifies", "two").write(tmp_path / "town.txt"))
    assert_steps_look_as_painted_afresh(program, "one", None, "two", None)


def test_each_type_that_is_asked_stands_behind_its_line(program: Program) -> None:
    program.press(Key.Key_L)
    program.type("wait")
    found = coloured(program.part(QWidget, "askedTypes"), accent(program))
    rows = [sorted(point.x() for point in found if at <= point.y() < at + 28) for at in (36, 64, 92)]
    assert len({*map(len, rows)}) == 2  # “repeats” and “updates” look alike, “contradicts” has two heads and a cross
    assert len(rows[1]) > len(rows[0]) == len(rows[2])
    assert all(44 <= row[0] <= 46 and 92 <= row[-1] <= 94 for row in rows)
