"""The article view: positions, layout, what is copied and brought into view."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import QGuiApplication, QWheelEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from annotator.language.graphemes import whole_graphemes
from annotator.model.span import Span
from annotator.ui.article_view.margins.margin import Margin
from annotator.ui.theme.fonts import article_font
from tests.support.reading import Reader

Key = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier
LEFT, NONE = Qt.MouseButton.LeftButton, Qt.MouseButton.NoButton
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


def test_names_for_assistive_technology(reader: Reader) -> None:
    assert reader.view.objectName() == "articleView"
    assert all(w.accessibleName() for w in (reader.view, margin(reader), margin(reader, "structureMargin")))
    assert reader.view.findChild(QWidget, "qt_scrollarea_viewport") is not None


def test_on_a_screen_of_another_scale_strokes_lie_on_its_pixels(
    reader: Reader, monkeypatch: pytest.MonkeyPatch
) -> None:
    stroke = QRectF(0.5, 0.5, 1, 1)
    assert reader.view.canvas is not None
    assert reader.view.canvas.snapped(stroke) != stroke
    monkeypatch.setattr(type(reader.view), "devicePixelRatioF", lambda _view: 2.0)
    QApplication.sendEvent(reader.view.windowHandle(), QEvent(QEvent.Type.DevicePixelRatioChange))
    assert reader.view.canvas.snapped(stroke) == stroke
