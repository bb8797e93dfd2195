"""What is painted, in both directions: the one picture is the mirror image of the other, but for the words' letters."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QImage, QKeySequence, QPixmap
from PySide6.QtWidgets import QMenu, QProgressBar, QWidget
from pytestqt.qtbot import QtBot

from annotator.corpus.charts.chart import (
    Bar,
    Bars,
    Chart,
    Head,
    HeatMap,
    Kind,
    Mark,
    SplitBars,
    SplitRow,
    StrokeRow,
    Strokes,
)
from annotator.corpus.charts.chart import Look as BarLook
from annotator.facts.desk.standing import Standing
from annotator.facts.finding import Place as FactPlace
from annotator.model.annotation import Annotation
from annotator.model.kinds.sign_offs import SignOff
from annotator.model.scheme import AttributeRule, Label, Scheme
from annotator.model.span import Span
from annotator.review.reviewing import Outcome, Reviewed
from annotator.session.editing.card.card_parts import Target
from annotator.session.editing.card.card_rows import CardRow
from annotator.session.editing.values.attribute_fields import AttributeField
from annotator.session.fact_tables.lines import Line as FactLine
from annotator.session.review.version_pieces import LACKING, OTHER, Piece
from annotator.session.review.version_words import VersionWords
from annotator.ui.actions.command_field import CommandField
from annotator.ui.article_page.label_chip import LabelChip
from annotator.ui.article_page.pills.people_line import PeopleLine, Person
from annotator.ui.article_page.pills.standing_pill import StandingPill
from annotator.ui.article_page.status_button import StatusButton
from annotator.ui.board.strip import BoardStrip, StripWords
from annotator.ui.card.check_chips import CheckChip, CheckChoice
from annotator.ui.card.choice_pill import ChoicePill
from annotator.ui.card.row_button import RowButton
from annotator.ui.charts.chart_view import ChartView
from annotator.ui.desk.comments_pill import CommentsPill
from annotator.ui.dialogs.agreement_dialog.matrix import Matrix
from annotator.ui.dialogs.figures_dialog.strip.key_button import KeyButton
from annotator.ui.dialogs.figures_dialog.tables.columns import Column
from annotator.ui.dialogs.figures_dialog.tables.line_rows import LineRows
from annotator.ui.dialogs.history_dialog.version_rows import VersionRow, VersionRows
from annotator.ui.dialogs.key_sheet import KeyLine, Line
from annotator.ui.dialogs.merge_dialog.choice_button import ChoiceButton
from annotator.ui.editors.choice_chip import ChoiceChip
from annotator.ui.editors.empty_chip import EmptyChip
from annotator.ui.evidence.drop_box import DropBox
from annotator.ui.long_work.report_places import PlaceRows
from annotator.ui.long_work.report_reasons import Place
from annotator.ui.panels.details.warning_line import WarningLine
from annotator.ui.panels.places.keyed_button import KeyedButton
from annotator.ui.review.compare.current_head import CurrentHead
from annotator.ui.review.compare.versions_pane import VersionsPane
from annotator.ui.review.progress_line import ProgressLine
from annotator.ui.review.queue_rows import QueueDelegate, QueueRow, QueueRows
from annotator.ui.review.verdict_button import VerdictButton
from annotator.ui.start_page.digits_hint import DigitsHint
from annotator.ui.start_page.offered_file import OfferedFile
from annotator.ui.start_page.recent_folders import RecentFolder, RecentRow
from annotator.ui.start_page.start_tile import StartTile
from annotator.ui.status_bar.saved_part import SavedPart
from annotator.ui.theme.fonts import chrome_font
from annotator.ui.theme.look import Look
from annotator.ui.theme.mirroring import mirrored
from annotator.ui.widgets.banner import Banner, BannerContent
from annotator.ui.widgets.buttons.pill import Pill
from annotator.ui.widgets.buttons.quiet_button import QuietButton
from annotator.ui.widgets.buttons.tick_chip import TickChip, TickItem
from annotator.ui.widgets.key_card import KeyCard
from annotator.ui.widgets.lists.filter_field import FilterField
from annotator.ui.widgets.lists.item_rows import ItemRow, ItemRows
from annotator.ui.widgets.lists.rows_view import RowsView
from annotator.ui.widgets.lists.two_line_rows import TwoLineRows, TwoLines
from tests.ui.directions import LEFTWARDS, RIGHTWARDS, direction
from tests.ui.pixels import columns

SIZE = (420, 60)
NEAR, GAP = 3, 3
"""Pixels by which letters may stand elsewhere, as they are not mirrored themselves; pixels between parts."""

CLAIM = Label("oo", "o", "#56B4E9", "fill")
PART = Label("oo", "o", "#888888", "bar")
Make = Callable[[Look, QWidget], QWidget]


def rows(kind: type[TwoLineRows] | type[VersionRows], *some: object) -> Make:
    def make(look: Look, parent: QWidget) -> QWidget:
        found = kind(look, parent)
        found.show_rows(list(some))  # type: ignore[arg-type]  # each has rows of its own
        return found

    return make


def facts(*lines: FactLine) -> Make:
    def make(look: Look, parent: QWidget) -> QWidget:
        found = LineRows((Column("", 60, ends=True), Column("", 90)), look, parent)
        found.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        found.show_lines(lines, Scheme("s", "S", (CLAIM,)))
        return found

    return make


def pill(look: Look, parent: QWidget) -> QWidget:
    found = Pill(look, parent, icon="warning", opens=True)
    found.show_words("oooo")
    return found


def item_rows(look: Look, parent: QWidget) -> QWidget:
    found = ItemRows(Scheme("s", "S", (CLAIM,)), look, parent, ticking=True)
    found.show_rows([ItemRow(words="", label="oo", remark="xxx", done=True)])
    return found


def saved(look: Look, parent: QWidget) -> QWidget:
    part = SavedPart(look, parent)
    part.show_state("saved", "oo")
    return part


def status(look: Look, parent: QWidget) -> QWidget:
    button = StatusButton(look, parent)
    button.show_status("done")
    return button


def quiet(look: Look, parent: QWidget) -> QWidget:
    button = QuietButton(look, QMenu(parent), parent=parent)
    button.setText("oooo")
    return button


def locked(look: Look, parent: QWidget) -> QWidget:
    chip = LabelChip(look, CLAIM, "O", parent)
    chip.set_locked(True)
    return chip


def warning(look: Look, parent: QWidget) -> QWidget:
    line = WarningLine(look, parent)
    line.show_warnings(["oo"])
    return line


def keyed(look: Look, parent: QWidget) -> QWidget:
    button = KeyedButton(look, "O", parent)
    button.say("oooo")
    return button


def choice(look: Look, parent: QWidget) -> QWidget:
    button = ChoiceButton(look, "O", "oooo", parent)
    button.setChecked(True)
    return button


def card(look: Look, parent: QWidget) -> QWidget:
    shown = KeyCard(look, parent, [("O", "oo"), ("Enter", "oooo")])
    shown.show_title("oooooo")
    return shown


def menu(_look: Look, parent: QWidget) -> QWidget:
    shown = QMenu(parent)
    shown.addAction("oooooo", QKeySequence("F3"), lambda: None)
    glyph = QPixmap(16, 16)
    glyph.fill(Qt.GlobalColor.red)
    shown.addAction(QIcon(glyph), "oo", lambda: None).setCheckable(True)
    shown.actions()[1].setChecked(True)
    shown.addMenu("ooo")
    return shown


def filter_field(look: Look, parent: QWidget) -> QWidget:
    field = FilterField(look, "oo", QMenu(parent), parent)
    field.setPlaceholderText("")
    return field


def progress(_look: Look, parent: QWidget) -> QWidget:
    bar = QProgressBar(parent)
    bar.setTextVisible(False)
    bar.setValue(30)
    return bar


def digits(look: Look, parent: QWidget) -> QWidget:
    hint = DigitsHint(look, parent)
    hint.show_count(5)
    return hint


def places(look: Look, parent: QWidget) -> QWidget:
    found = PlaceRows(look, parent)
    found.show_places([Place("oooo", "oo")])
    return found


def empty_attribute(look: Look, parent: QWidget) -> QWidget:
    chip = EmptyChip(look, parent)
    chip.show_rule(AttributeRule("oo", "text"))
    return chip


def choice_chip(look: Look, parent: QWidget) -> QWidget:
    chip = ChoiceChip(look, parent)
    chip.show_choice("oo", "oo", "8")
    return chip


def board_strip(look: Look, parent: QWidget) -> QWidget:
    strip = BoardStrip(look, chrome_font(), parent)
    strip.show_words(StripWords(words="oooo", about="xx"))
    return strip


def card_row(*, proposed: bool) -> Make:
    def make(look: Look, parent: QWidget) -> QWidget:
        annotation, target = Annotation("a", "oo", Span(0, 1)), Target("", "oo")
        row = CardRow(annotation, target, "", value="88", remarks=("xx",))  # words stand in their own direction
        found = RowButton(look, parent)
        found.show_row(row, Scheme("s", "S", (CLAIM,)), proposed=proposed)
        return found

    return make


def verdict(look: Look, parent: QWidget) -> QWidget:
    chip = CheckChip(look, parent)
    chip.show_choice(CheckChoice("supported", "oooo"), "1")
    chip.mark_chosen(on=True)
    return chip


def choice_pill(words: str) -> Make:
    def make(look: Look, parent: QWidget) -> QWidget:
        found = ChoicePill(look, parent)
        found.show_field(AttributeField(AttributeRule("oooo", "choice", ("ooo",)), words or None, words))
        return found

    return make


def standing(look: Look, parent: QWidget) -> QWidget:
    found = StandingPill(look, parent)
    found.show_standing(Standing((SignOff("s", "oo", round="1"),), {}))
    found.setText("oooo")
    return found


def comments(look: Look, parent: QWidget) -> QWidget:
    found = CommentsPill(look, "", parent)
    found.show_count(888)
    return found


def reviewed(look: Look, parent: QWidget) -> QWidget:
    row = QueueRow(Reviewed(Annotation("a", "oo", Span(0, 1)), Outcome.ACCEPTED), "ooooo", "oo")
    model, view = QueueRows(parent), RowsView(29, parent=parent)
    view.setModel(model)
    view.setItemDelegate(QueueDelegate(model, lambda label: look.theme.label(CLAIM, label), look, view))
    model.show_rows([row])
    return view


def version(look: Look, parent: QWidget) -> QWidget:
    found = VersionsPane(look, chrome_font(), parent)
    found.show_versions([VersionWords("oo", 1, "O", "oooo", (Piece("oo", OTHER), Piece("ooo"), Piece("o", LACKING)))])
    return found


def current_head(look: Look, parent: QWidget) -> QWidget:
    found = CurrentHead(look, parent)
    found.show_words("oooo", "oo")
    return found


def people(look: Look, parent: QWidget) -> QWidget:
    found = PeopleLine(look, parent)
    found.show_people([Person("O", "oooo"), Person("X", "xx")])
    return found


def decided(look: Look, parent: QWidget) -> QWidget:
    found = ProgressLine(look, parent)
    found.show_share(3, 8, "ooo")
    return found


def matrix(look: Look, parent: QWidget) -> QWidget:
    found = Matrix(look, parent)
    found.show_counts(("oo",), {"oo": "ooo"}, {("oo", "oo"): 8, ("oo", ""): 3})
    return found


def chart_card(chart: Chart) -> Make:
    return lambda look, parent: ChartView(chart, look, parent)


PART_BARS = Bars(Head("oo", "oooo"), (Bar("oo", Mark("oo", "8", 8, 8), BarLook(Kind.LABEL, "oo", PART)),))
HALVES = (Mark("oo", "8", 8, 8), Mark("oo", "3", 3, 3))
PAINTED: dict[str, Make] = {
    "who is compared": people,
    "chart of bars": chart_card(PART_BARS),
    "chart of split bars": chart_card(
        SplitBars(Head("oo", "oooo"), ("oo", "xxx"), (SplitRow("oo", HALVES, "8"),), PART_BARS.rows[0].look)
    ),
    "chart of cells": chart_card(HeatMap(Head("oo", "oooo"), ("oo",), ("oo", "oo"), (HALVES,))),
    "chart of strokes": chart_card(
        Strokes(
            Head("oo", "oooo"), "oo", "xxx", PART_BARS.rows[0].look, (StrokeRow("oo", *HALVES, (0.1, 0.3), (0.2,)),)
        )
    ),
    "row of the card": card_row(proposed=False),
    "proposal of the card": card_row(proposed=True),
    "verdict of the card": verdict,
    "verdict of the review": lambda look, parent: VerdictButton(look, "X", Outcome.ACCEPTED, "oooo", parent),
    "pill of the card": choice_pill("ooo"),
    "pill without a value": choice_pill(""),
    "strip of the board": board_strip,
    "two lines": rows(TwoLineRows, TwoLines("oooo", "ooo", "xx", glyph="note")),
    "two lines, ticked": rows(TwoLineRows, TwoLines("oooo", "ooo", "xx", ticked=True)),
    "versions": rows(VersionRows, VersionRow("oooo", "xx", "ooo", problem=True)),
    "items": item_rows,
    "tick chip": lambda look, parent: TickChip(look, TickItem("oo", "oo", CLAIM, count=8), parent),
    "tick chip of a status": lambda look, parent: TickChip(look, TickItem("x", "oo", status="done", count=8), parent),
    "empty attribute": empty_attribute,
    "choice chip": choice_chip,
    "label chip": lambda look, parent: LabelChip(look, PART, "O", parent),
    "locked label chip": locked,
    "status": status,
    "standing of a sign-off": standing,
    "menu button": quiet,
    "key line": lambda look, _parent: KeyLine(Line(("O", "Enter"), "oooo"), look),
    "keyed button": keyed,
    "choice": choice,
    "saved": saved,
    "warning": warning,
    "banner": lambda look, parent: Banner(look, BannerContent("error", "oo", ""), parent),
    "command field": lambda look, parent: CommandField(look, QKeySequence("O"), parent),
    "filter": filter_field,
    "card of keys": card,
    "progress": progress,
    "digits": digits,
    "recent folder": lambda look, parent: RecentRow(look, RecentFolder("/oo/ooo"), parent),
    "offered file": lambda look, parent: OfferedFile(look, "oooo", "xx", parent=parent),
    "offered file, closed": lambda look, parent: OfferedFile(look, "oooo", "xx", "ooo", parent),
    "tile": lambda look, parent: StartTile(look, "file", "oooo", "oo", parent),
    "places of a report": places,
    "menu": menu,
    "place of evidence": lambda look, parent: DropBox(look, parent, ("oooo", "oo"), "O"),
    "figure": facts(FactLine(("oo", "ooo"), (FactPlace(Span(0, 1)),))),
    "ticked name": facts(FactLine(("", "oooo"), (FactPlace(Span(0, 1)),), ticked=True)),
    "pill": pill,
    "open comments": comments,
    "row of a review": reviewed,
    "version": version,
    "current difference": current_head,
    "share that is decided": decided,
    "matrix of labels": matrix,
    "button with a key": lambda look, parent: KeyButton("Alt+1", "oooo", look, parent),
}


def painted(qtbot: QtBot, look: Look, make: Make, which: Qt.LayoutDirection) -> QImage:
    """Return the picture of the widget, made and drawn in that direction."""
    with direction(which):
        parent = QWidget()
        qtbot.addWidget(parent)
        parent.resize(600, 300)
        widget = make(look, parent)
        if widget.parentWidget() is None:
            qtbot.addWidget(widget)
        widget.resize(widget.sizeHint() if isinstance(widget, QMenu) else QSize(*SIZE))
        widget.ensurePolished()
        return widget.grab().toImage()


def inked(picture: QImage) -> list[int]:
    """Return the columns that are not of one colour with their neighbours all the way down."""
    return [x for x, column in enumerate(columns(picture)) if len(set(column[4:-4])) > 2]


def gaps(inked: Sequence[int], width: int) -> list[range]:
    """Return the runs of columns between those, as long as parts stand apart and letters do not."""
    edges = [-1, *inked, width]
    return [range(a + 1, b) for a, b in pairwise(edges) if b - a > GAP]


def coloured(picture: QImage, colour: QColor) -> list[int]:
    """Return the columns with some of that colour."""
    wanted = colour.rgb()
    return [x for x, column in enumerate(columns(picture)) if column.count(wanted) > NEAR]


def all_near(some: Sequence[int], others: Sequence[int], near: int = NEAR) -> bool:
    return all(any(abs(x - other) <= near for other in others) for x in some)


def all_meet(some: Sequence[range], others: Sequence[range]) -> bool:
    return all(any(max(a.start, b.start) < min(a.stop, b.stop) for b in others) for a in some)


@pytest.mark.parametrize("name", PAINTED)
def test_what_is_painted_is_mirrored(name: str, qtbot: QtBot, light_look: Look) -> None:
    there, back = (painted(qtbot, light_look, PAINTED[name], which) for which in (RIGHTWARDS, LEFTWARDS))
    width = there.width()
    before, now = inked(there), inked(back)
    turned = [width - 1 - x for x in reversed(before)]
    assert not all_near(before, turned), "the picture would not show whether it is mirrored"
    assert all_near(turned, now)
    assert all_near(now, turned)
    assert all_meet(gaps(turned, width), gaps(now, width))
    assert all_meet(gaps(now, width), gaps(turned, width))
    theme = light_look.theme
    for colour in (theme.accent, theme.label(PART, PART.id).stroke):
        wanted, found = [width - 1 - x for x in coloured(there, colour)], coloured(back, colour)
        assert all_near(wanted, found, 1)
        assert all_near(found, wanted, 1)


@given(*[st.integers(0, 1000) for _ in range(4)])
def test_the_mirror_image_of_a_mirror_image_is_the_thing_itself(left: int, before: int, width: int, after: int) -> None:
    whole, rect = QRectF(left, 0, before + width + after, 10), QRectF(left + before, 2, width, 5)
    image = mirrored(rect, whole)
    assert (image.left() - whole.left(), image.width()) == (after, width)
    assert mirrored(image, whole) == rect


@pytest.mark.parametrize("which", [RIGHTWARDS, LEFTWARDS])
def test_a_click_turns_the_box_where_it_is_shown(which: Qt.LayoutDirection, qtbot: QtBot, light_look: Look) -> None:
    with direction(which):
        parent = QWidget()
        qtbot.addWidget(parent)
        found = TwoLineRows(light_look, parent)
        found.resize(400, 100)
        found.show_rows([TwoLines("oo", ticked=True)])
        turned: list[int] = []
        found.turned.connect(turned.append)
        beginning, end = QPoint(24, 15), QPoint(found.viewport().width() - 24, 15)
        on_it, beside = (beginning, end) if which == RIGHTWARDS else (end, beginning)
        qtbot.mouseClick(found.viewport(), Qt.MouseButton.LeftButton, pos=beside)
        assert turned == []
        qtbot.mouseClick(found.viewport(), Qt.MouseButton.LeftButton, pos=on_it)
        assert turned == [0]
