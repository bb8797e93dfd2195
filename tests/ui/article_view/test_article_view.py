"""The article view by mouse and keys: what is selected, held, copied and shown."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

import pytest
from program import send_mouse
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QGuiApplication, QWheelEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot
from reading import Reader

from annotator.model.span import Span
from annotator.ui.article_view.margin import Margin
from annotator.ui.article_view.text_units import whole_graphemes
from annotator.ui.theme.fonts import article_font

Key = Qt.Key
CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
LEFT, NONE = Qt.MouseButton.LeftButton, Qt.MouseButton.NoButton
PRESS, MOVE, RELEASE = QEvent.Type.MouseButtonPress, QEvent.Type.MouseMove, QEvent.Type.MouseButtonRelease
TEXT = "Thousands of people left the town on Thursday, said the mayor.\n\nThe Red Cross counted 1,204 buses."
NESTED = (("claim", "Thousands of people left the town"), ("source", "people left"), ("figure", "left"))
AWKWARD = "A 👩‍👩‍👧 b\u00a0c\u2028d e\u0301f\u2029g 🇪🇺h\ufdd0i\u00ad j\u0085k\ufdd1l"


def click(qtbot: QtBot, reader: Reader, at: QPoint) -> None:
    qtbot.mouseClick(reader.view.viewport(), LEFT, Qt.KeyboardModifier.NoModifier, at)
    QApplication.processEvents()


def margin(reader: Reader, name: str = "statementMargin") -> Margin:
    found = reader.view.findChild(Margin, name)
    assert isinstance(found, Margin)
    return found


# positions


def test_every_position_is_where_the_caret_goes(reader: Reader, qtbot: QtBot) -> None:
    reader.open(AWKWARD)
    seen = [reader.session.caret.position]
    qtbot.keyClick(reader.view, Key.Key_Home, CTRL)
    for _ in range(len(AWKWARD)):
        qtbot.keyClick(reader.view, Key.Key_Right)
        seen.append(reader.session.caret.position)
    reached = list(dict.fromkeys(seen))
    assert reached == sorted(reached)
    assert reached[0] == 0
    assert reached[-1] == len(AWKWARD)
    skipped = set(range(len(AWKWARD))) - set(reached)
    assert {AWKWARD[position] for position in skipped} <= {"\u200d", "👩", "👧", "\u0301", "🇺"}


@pytest.mark.parametrize("position", range(len(AWKWARD)))
def test_a_mark_lies_where_the_caret_stands(reader: Reader, position: int) -> None:
    here = Span(position, position + 1)
    if (
        AWKWARD[position] in "\u2028\u2029\ufdd0\ufdd1\u00ad\u0085 \u00a0"
        or whole_graphemes(AWKWARD, here).start < position
    ):
        return  # it takes no room, or the caret does not stand before it
    reader.open(AWKWARD, [("claim", position, position + 1)])
    reader.session.select("a0")
    caret = reader.caret_rect(position)
    point = QPointF(caret.left() + 4, caret.center().y())
    canvas, placements = reader.view.canvas, reader.view.placements(reader.view.viewport().rect())
    assert canvas is not None
    assert canvas.covers(point, placements, reader.session.document.annotations["a0"])


@pytest.mark.parametrize("position", range(len(AWKWARD)))
def test_the_session_moves_the_caret_of_the_text(reader: Reader, position: int) -> None:
    reader.open(AWKWARD)
    reader.session.move_caret(position)
    assert reader.view.textCursor().position() == len(AWKWARD[:position].encode("utf-16-le")) // 2
    assert reader.session.caret.position == position


def test_copying_gives_the_article_s_characters(reader: Reader, qtbot: QtBot) -> None:
    reader.open(AWKWARD)
    qtbot.keyClick(reader.view, Key.Key_A, CTRL)
    qtbot.keyClick(reader.view, Key.Key_C, CTRL)
    assert QGuiApplication.clipboard().text() == AWKWARD


def test_the_text_cannot_be_changed(reader: Reader, qtbot: QtBot) -> None:
    reader.open(TEXT)
    QGuiApplication.clipboard().setText("pasted")
    qtbot.keyClicks(reader.view, "typed")
    for key in (Key.Key_V, Key.Key_X):
        qtbot.keyClick(reader.view, key, CTRL)
    qtbot.keyClick(reader.view, Key.Key_Backspace)
    assert reader.view.document().characterCount() == len(TEXT) + 1


# layout


def baselines(reader: Reader) -> list[float]:
    found = []
    block = reader.view.document().firstBlock()
    while block.isValid():
        top = reader.view.document().documentLayout().blockBoundingRect(block).top()
        layout = block.layout()
        for number in range(layout.lineCount()):
            line = layout.lineAt(number)
            found.append(line.y() + line.ascent() + top)
        block = block.next()
    return found


@pytest.mark.parametrize("text", [TEXT * 8, "غادر Red Cross 👩‍👩‍👧 中文 ไทย " * 30], ids=["plain", "many fonts"])
@pytest.mark.parametrize("pixels", [12, 17, 34])
def test_lines_are_one_pitch_apart(make_reader: Callable[..., Reader], text: str, pixels: int) -> None:
    reader = make_reader(pixels=pixels)
    reader.open(text.replace("\n", " "))
    heights = [below - above for above, below in pairwise(baselines(reader))]
    assert len(heights) > 3
    assert heights == [pytest.approx(29 * pixels / 17, abs=0.02)] * len(heights)


def test_the_column_is_centred_and_no_wider_than_asked(make_reader: Callable[..., Reader]) -> None:
    reader = make_reader(width=1600)
    reader.open(TEXT * 20)
    port = reader.view.viewport().geometry()
    wanted = 74 * reader.view.measure.character + 2 * reader.view.measure.side
    assert port.width() == pytest.approx(wanted, abs=2)
    left, right = port.left(), reader.view.width() - port.right()
    assert abs(left - right) < 60


def test_a_narrow_view_keeps_its_margins(make_reader: Callable[..., Reader]) -> None:
    reader = make_reader(width=420)
    reader.open(TEXT, NESTED)
    assert reader.view.viewport().width() > 200
    assert margin(reader).width() > 80


def test_zoom_keeps_the_place(reader: Reader, qtbot: QtBot) -> None:
    reader.open("\n".join(f"Line {number} of a long report." for number in range(400)))
    reader.view.verticalScrollBar().setValue(200)
    first = reader.view.firstVisibleBlock().blockNumber()
    reader.view.set_type(article_font("serif", 34), 74)
    assert reader.view.measure.pitch == 58
    assert abs(reader.view.firstVisibleBlock().blockNumber() - first) <= 1


@pytest.mark.parametrize(("turn", "steps"), [(120, 1), (-120, -1)])
def test_the_wheel_with_ctrl_asks_for_zoom(reader: Reader, qtbot: QtBot, turn: int, steps: int) -> None:
    reader.open(TEXT)
    at = QPointF(50, 50)
    event = QWheelEvent(at, at, QPoint(), QPoint(0, turn), NONE, CTRL, Qt.ScrollPhase.NoScrollPhase, False)
    with qtbot.waitSignal(reader.view.zoomed) as zoomed:
        QApplication.sendEvent(reader.view.viewport(), event)
    assert zoomed.args == [steps]


def test_a_right_to_left_article_swaps_its_margins(reader: Reader) -> None:
    reader.open(TEXT, NESTED)
    assert margin(reader).x() > margin(reader, "structureMargin").x()
    reader.open("غادر آلاف المدنيين المدينة يوم الخميس.\n\nقالت البلدية.", [("claim", "المدينة")])
    assert margin(reader).x() < margin(reader, "structureMargin").x()
    reader.open(TEXT, NESTED)
    assert margin(reader).x() > margin(reader, "structureMargin").x()


def test_a_megabyte_in_one_line_can_be_used(reader: Reader, qtbot: QtBot) -> None:
    text = "word and more 1,204 " * 52_000
    reader.open(text, [("claim", 20 * n, 20 * n + 13) for n in range(0, 52_000, 50)])
    for key in (Key.Key_End, Key.Key_Home):
        qtbot.keyClick(reader.view, key, CTRL)
        assert reader.view.viewport().rect().intersects(reader.view.cursorRect())
        assert not reader.picture().isNull()
    middle = 500_000
    reader.session.move_caret(middle)
    reader.view.reveal()
    click(qtbot, reader, reader.view.cursorRect().center())
    assert abs(reader.session.caret.position - middle) <= 1
    reader.session.select("a0", show=True)
    assert reader.view.viewport().rect().intersects(reader.view.cursorRect())


def test_the_caret_is_brought_into_view(reader: Reader) -> None:
    text = "\n".join(f"Line {number} of a long report." for number in range(400))
    reader.open(text, [("claim", "Line 300"), ("claim", "Line 0")])
    for id in ("a0", "a1"):
        reader.session.select(id, show=True)
        assert reader.view.viewport().rect().contains(reader.view.cursorRect())


def test_a_shorter_article_after_a_longer_one(reader: Reader) -> None:
    reader.open(TEXT * 50)
    reader.session.move_caret(len(TEXT) * 40)
    reader.view.reveal()
    reader.open("Short.")
    assert reader.session.caret.position == 0
    assert reader.view.textCursor().position() == 0
    reader.session.show(None)
    assert reader.view.document().characterCount() == 1


# choosing


def test_a_click_takes_the_smallest_and_the_next_the_next_larger(reader: Reader, qtbot: QtBot) -> None:
    reader.open(TEXT, NESTED)
    at, seen = reader.place("left"), []
    for _ in range(4):
        click(qtbot, reader, at)
        seen.append(reader.selected)
    assert seen == ["a2", "a1", "a0", "a2"]


def test_a_click_beside_all_selects_none(reader: Reader, qtbot: QtBot) -> None:
    reader.open(TEXT, NESTED)
    reader.session.select("a0")
    click(qtbot, reader, reader.place("mayor"))
    assert reader.selected == ""
    far_right = QPoint(reader.view.viewport().width() - 3, reader.place("left").y())
    reader.open("Short.", [("claim", "Short")])
    click(qtbot, reader, far_right)
    assert reader.selected == ""


def test_a_click_on_a_badge_selects(reader: Reader, qtbot: QtBot) -> None:
    reader.open(TEXT, NESTED)
    beside = margin(reader)
    found: list[str] = []
    for x in range(beside.width()):
        qtbot.mouseClick(beside, LEFT, Qt.KeyboardModifier.NoModifier, QPoint(x, reader.place("left").y() - 2))
        found.append(reader.selected)
    assert set(found) - {""} == {"a0", "a1", "a2"}


def test_a_click_on_a_shared_badge_goes_through_those_that_share_it(reader: Reader, qtbot: QtBot) -> None:
    reader.open(TEXT, [("figure", "people"), ("figure", "town"), ("figure", "mayor")])
    beside, seen = margin(reader), []
    for _ in range(4):
        qtbot.mouseClick(beside, LEFT, Qt.KeyboardModifier.NoModifier, badge_place(reader))
        seen.append(reader.selected)
    assert seen == ["a0", "a1", "a2", "a0"]


def badge_place(reader: Reader) -> QPoint:
    return QPoint(round(18 - reader.view.measure.side + 7), reader.place("people").y() - 2)


def test_what_has_no_lane_is_counted_and_can_be_clicked(reader: Reader, qtbot: QtBot) -> None:
    words = ("Thousands", "people", "left", "town", "Thursday", "mayor")
    labels = ("claim", "source", "figure", "cue", "quote", "unknown")
    reader.open(TEXT, list(zip(labels, words, strict=True)))
    beside, seen = margin(reader), set()
    for x in range(beside.width()):
        qtbot.mouseClick(beside, LEFT, Qt.KeyboardModifier.NoModifier, QPoint(x, reader.place("left").y() - 2))
        seen.add(reader.selected)
    assert seen >= {f"a{number}" for number in range(6)}


def test_a_bar_in_the_other_margin_selects_its_part(reader: Reader, qtbot: QtBot) -> None:
    reader.open(TEXT, [("part", 0, len(TEXT)), *NESTED])
    beside = margin(reader, "structureMargin")
    x = round(beside.width() - (35 - reader.view.measure.side)) + 1
    qtbot.mouseClick(beside, LEFT, Qt.KeyboardModifier.NoModifier, QPoint(x, reader.place("left").y()))
    assert reader.selected == "a0"


def test_pointing_names_all_that_is_there(reader: Reader, qtbot: QtBot) -> None:
    reader.open(TEXT, NESTED)
    with qtbot.waitSignal(reader.view.pointed_at) as pointed:
        send_mouse(reader.view.viewport(), MOVE, reader.place("left"), NONE, NONE)
    assert pointed.args is not None
    assert [annotation.id for annotation in pointed.args[0]] == ["a2", "a1", "a0"]
    with qtbot.waitSignal(reader.view.pointed_at) as pointed:
        send_mouse(reader.view.viewport(), MOVE, reader.place("mayor"), NONE, NONE)
    assert pointed.args is not None
    assert pointed.args[0] == ()


def test_a_double_click_takes_the_word(reader: Reader, qtbot: QtBot) -> None:
    reader.open(TEXT)
    at = reader.place("1,204")
    qtbot.mouseClick(reader.view.viewport(), LEFT, Qt.KeyboardModifier.NoModifier, at)
    qtbot.mouseDClick(reader.view.viewport(), LEFT, Qt.KeyboardModifier.NoModifier, at)
    selection = reader.session.selection
    assert selection is not None
    assert selection.of(TEXT) == "1,204"


def test_a_selection_is_told_when_it_is_complete(reader: Reader, qtbot: QtBot) -> None:
    reader.open(TEXT)
    with qtbot.waitSignal(reader.view.selection_made):
        start, end = reader.caret_rect(13).center().toPoint(), reader.caret_rect(19).center().toPoint()
        port = reader.view.viewport()
        send_mouse(port, PRESS, start, LEFT, LEFT)
        send_mouse(port, MOVE, end, NONE, LEFT)
        send_mouse(port, RELEASE, end, LEFT, NONE)
    assert reader.session.selection is not None
    assert reader.session.selection.of(TEXT) == "people"
    with qtbot.waitSignal(reader.view.selection_made):
        qtbot.keyPress(reader.view, Key.Key_Right, SHIFT)
        qtbot.keyRelease(reader.view, Key.Key_Shift)


# the held edge


def hold(reader: Reader, edge: str, id: str = "a0") -> None:
    reader.session.select(id, show=True)
    reader.view.edge.take(edge)


@pytest.mark.parametrize(
    ("edge", "keys", "words"),
    [
        ("end", [(Key.Key_Right, None)], "people left "),
        ("end", [(Key.Key_Left, None)] * 2, "people le"),
        ("start", [(Key.Key_Left, None)] * 3, "of people left"),
        ("start", [(Key.Key_Right, None)], "eople left"),
        ("end", [(Key.Key_Right, CTRL)] * 2, "people left the town"),
        ("end", [(Key.Key_Left, CTRL)], "people"),
        ("start", [(Key.Key_Left, CTRL)] * 2, "Thousands of people left"),
        ("start", [(Key.Key_Right, CTRL)], "left"),
        ("end", [(Key.Key_Left, None)] * 40, "p"),
        ("start", [(Key.Key_Right, None)] * 40, "t"),
        ("end", [(Key.Key_End, None)], "people left the town on Thursday, said the mayor."),
        ("start", [(Key.Key_Home, None)], "Thousands of people left"),
    ],
)
def test_a_held_edge_moves_by_keys(
    reader: Reader, qtbot: QtBot, edge: str, keys: list[tuple[Qt.Key, Qt.KeyboardModifier | None]], words: str
) -> None:
    reader.open(TEXT, [("source", "people left")])
    hold(reader, edge)
    for key, modifiers in keys:
        qtbot.keyClick(reader.view, key, modifiers or Qt.KeyboardModifier.NoModifier)
    assert reader.words("a0") == "people left"
    qtbot.keyClick(reader.view, Key.Key_Return)
    assert reader.words("a0") == words.strip()
    assert reader.view.edge.hold is None
    reader.session.undo()
    assert reader.words("a0") == "people left"


def test_escape_puts_the_edge_back(reader: Reader, qtbot: QtBot) -> None:
    reader.open(TEXT, [("source", "people left")])
    before = reader.picture()
    hold(reader, "end")
    qtbot.keyClick(reader.view, Key.Key_Right, CTRL)
    qtbot.keyClick(reader.view, Key.Key_Escape)
    assert reader.words("a0") == "people left"
    assert not reader.session.history.canUndo()
    assert reader.selected == "a0"
    reader.session.select(None)
    reader.session.move_caret(0)
    assert reader.picture() == before


def test_a_held_edge_moves_as_it_is_read(reader: Reader, qtbot: QtBot) -> None:
    text = "غادر آلاف المدنيين المدينة يوم الخميس."
    reader.open(text, [("source", "المدنيين")])
    hold(reader, "end")
    qtbot.keyClick(reader.view, Key.Key_Left, CTRL)
    qtbot.keyClick(reader.view, Key.Key_Return)
    assert reader.words("a0") == "المدنيين المدينة"
    hold(reader, "start")
    qtbot.keyClick(reader.view, Key.Key_Right, CTRL)
    qtbot.keyClick(reader.view, Key.Key_Enter)
    assert reader.words("a0") == "آلاف المدنيين المدينة"
    hold(reader, "end")
    qtbot.keyClick(reader.view, Key.Key_Right)
    qtbot.keyClick(reader.view, Key.Key_Return)
    assert reader.words("a0") == "آلاف المدنيين المدين"


def test_an_edge_never_splits_a_letter(reader: Reader, qtbot: QtBot) -> None:
    reader.open("She e\u0301crit 👩‍👩‍👧 ok", [("source", "She")])
    for steps, expected in ((2, "She e\u0301"), (1, "She e\u0301c"), (6, "She e\u0301crit 👩‍👩‍👧")):
        hold(reader, "end")
        for _ in range(steps):
            qtbot.keyClick(reader.view, Key.Key_Right)
        qtbot.keyClick(reader.view, Key.Key_Return)
        assert reader.words("a0") == expected


def test_the_very_words_of_another_are_refused(reader: Reader, qtbot: QtBot) -> None:
    reader.open(TEXT, [("source", "people left"), ("source", "people")])
    hold(reader, "end")
    qtbot.keyClick(reader.view, Key.Key_Left, CTRL)
    with qtbot.waitSignal(reader.session.said) as said:
        qtbot.keyClick(reader.view, Key.Key_Return)
    assert "already" in (said.args or [""])[0]
    assert reader.words("a0") == "people left"


def test_a_displaced_or_read_only_annotation_cannot_be_held(reader: Reader, qtbot: QtBot) -> None:
    reader.open(TEXT, [("source", "people left")], read_only="It is newer.")
    with qtbot.waitSignal(reader.session.said) as said:
        hold(reader, "end")
    assert said.args == ["It is newer."]
    assert reader.view.edge.hold is None


@pytest.mark.parametrize(
    ("edge", "to", "words"), [("end", "town", "people left the"), ("start", "of", "of people left")]
)
def test_grips_are_dragged(reader: Reader, edge: str, to: str, words: str) -> None:
    reader.open(TEXT, [("source", "people left")])
    reader.session.select("a0", show=True)
    port, target = reader.view.viewport(), reader.caret_rect(TEXT.index(to)).center().toPoint()
    send_mouse(port, PRESS, grip(reader, edge), LEFT, LEFT)
    assert reader.view.edge.hold is not None
    send_mouse(port, MOVE, target, NONE, LEFT)
    assert reader.words("a0") == "people left"
    send_mouse(port, RELEASE, target, LEFT, NONE)
    assert reader.words("a0") == words
    assert reader.selected == "a0"


def grip(reader: Reader, edge: str) -> QPoint:
    """Where look.md puts the discs: at the corners of the frame, 2.5 outside the fill."""
    unit = reader.view.measure.unit
    span = reader.session.document.annotations["a0"].span
    caret = reader.caret_rect(span.start if edge == "start" else span.end)
    baseline = first_baseline(reader)
    x = caret.left() + (-3.5 if edge == "start" else 3.5) * unit
    return QPoint(round(x), round(baseline + (-17.5 if edge == "start" else 8.5) * unit))


def first_baseline(reader: Reader) -> float:
    line = reader.view.document().firstBlock().layout().lineAt(0)
    return reader.view.contentOffset().y() + line.y() + line.ascent()


def test_clicking_elsewhere_keeps_the_edge(reader: Reader, qtbot: QtBot) -> None:
    reader.open(TEXT, [("source", "people left")])
    hold(reader, "end")
    qtbot.keyClick(reader.view, Key.Key_Right, CTRL)
    click(qtbot, reader, reader.place("mayor"))
    assert reader.words("a0") == "people left the"


def test_leaving_the_article_lets_go(reader: Reader, qtbot: QtBot) -> None:
    reader.open(TEXT, [("source", "people left")])
    hold(reader, "end")
    with qtbot.waitSignal(reader.view.edge_held) as held:
        reader.open(TEXT)
    assert held.args == [""]
    assert reader.view.edge.hold is None


def test_undo_lets_go(reader: Reader, qtbot: QtBot) -> None:
    reader.open(TEXT, [("source", "people left")])
    hold(reader, "end")
    qtbot.keyClick(reader.view, Key.Key_Right, CTRL)
    qtbot.keyClick(reader.view, Key.Key_Return)
    hold(reader, "end")
    reader.session.undo()
    assert reader.view.edge.hold is None
    assert reader.words("a0") == "people left"


def test_names_for_assistive_technology(reader: Reader) -> None:
    assert reader.view.objectName() == "articleView"
    assert all(w.accessibleName() for w in (reader.view, margin(reader), margin(reader, "structureMargin")))
    assert reader.view.findChild(QWidget, "qt_scrollarea_viewport") is not None
