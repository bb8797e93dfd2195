"""Deciding between mine and theirs, by keys and mouse."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

import pytest
from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QTableView, QWidget
from pytestqt.qtbot import QtBot

from annotator.model.annotation import Annotation, Relation
from annotator.model.article import Article
from annotator.model.document import DONE, IN_WORK, REVIEWED, Document, Status
from annotator.model.items import altered
from annotator.model.merge import Conflict
from annotator.model.scheme import Label, Scheme
from annotator.model.span import Span
from annotator.ui.dialogs.merge_dialog import MergeDialog
from annotator.ui.theme.look import Look
from annotator.ui.widgets.words.laid_runs import Kind
from annotator.ui.widgets.words.runs_text import RunsText

Key = Qt.Key
SAID = Qt.ItemDataRole.AccessibleTextRole
ARTICLE = Article.of("town.txt", "Thousands of people left the town on Thursday.\nThe mayor said so.")
SCHEME = Scheme("small", "Small", (Label("claim", "c", "#56B4E9", "fill"), Label("source", "s", "#E69F00", "line")))
CLAIM = Annotation("a", "claim", Span(0, 24), {"kind": "event"}, note="old")
SOURCE = Annotation("b", "source", Span(47, 56))
MOVED = Conflict(CLAIM, altered(CLAIM, span=Span(0, 33), note="mine"), altered(CLAIM, label="source", note="theirs"))
REMOVED = Conflict(SOURCE, None, altered(SOURCE, note="ask him"))
STATUS = Conflict(Status(IN_WORK), Status(DONE), Status(REVIEWED))


@dataclass
class Open:
    """The dialog with what it was told."""

    dialog: MergeDialog
    qtbot: QtBot
    decided: list[Mapping[tuple[str, str], str]] = field(default_factory=list)

    def part(self, kind: type, name: str) -> QObject:
        found = self.dialog.findChild(kind, name)
        assert found is not None, name
        return found

    def press(self, *keys: Qt.Key) -> None:
        for key in keys:
            self.qtbot.keyClick(QApplication.focusWidget() or self.dialog, key)

    def click(self, name: str) -> None:
        self.qtbot.mouseClick(self.part(QAbstractButton, name), Qt.MouseButton.LeftButton)

    @property
    def rows(self) -> list[str]:
        model = self.part(QTableView, "conflicts").model()
        return [model.index(row, 0).data(SAID) for row in range(model.rowCount())]

    @property
    def current(self) -> int:
        return self.part(QTableView, "conflicts").currentIndex().row()

    @property
    def shown(self) -> list[str]:
        """What the two sides say of the current one, as a screen reader has it."""
        table = self.part(QWidget, "conflictSides")
        names = [value.accessibleName() for value in table.findChildren(RunsText) if value.isVisibleTo(table)]
        return [name for name in names if name.startswith(("Mine: ", "Theirs: "))]

    @property
    def checked(self) -> list[str]:
        names = ("choose-mine", "choose-theirs", "choose-both")
        return [name for name in names if self.part(QAbstractButton, name).isChecked()]

    @property
    def can_accept(self) -> bool:
        return self.part(QAbstractButton, "accept").isEnabled()


@pytest.fixture
def conflicts() -> list[Conflict]:
    return [MOVED, REMOVED, STATUS]


@pytest.fixture
def merging(qtbot: QtBot, light_look: Look, conflicts: list[Conflict]) -> Open:
    items = [conflict.ours for conflict in conflicts]
    mine = {item.id: item for item in items if isinstance(item, Annotation)}
    document = Document(ARTICLE, MappingProxyType(mine), status=Status(DONE))
    dialog = MergeDialog(conflicts, document, SCHEME, light_look)
    qtbot.addWidget(dialog)
    opened = Open(dialog, qtbot)
    dialog.decided.connect(opened.decided.append)
    dialog.open()
    dialog.activateWindow()
    qtbot.waitUntil(lambda: opened.part(QTableView, "conflicts").hasFocus())
    return opened


def test_nothing_is_chosen_beforehand(merging: Open) -> None:
    assert merging.rows == [
        "claim, Thousands of people left the town",
        "source, The mayor",
        "Status of the article",
    ]
    assert (merging.checked, merging.can_accept) == ([], False)
    assert merging.part(QLabel, "mergeProgress").text() == "0 of 3 decided"


def test_keys_choose_and_go_on(merging: Open) -> None:
    merging.press(Key.Key_T)
    assert merging.current == 1
    merging.press(Key.Key_B)
    assert merging.current == 2
    assert not merging.can_accept
    merging.press(Key.Key_M)
    assert merging.can_accept
    merging.press(Key.Key_Return)
    assert merging.decided == [{MOVED.key: "theirs", REMOVED.key: "both", STATUS.key: "mine"}]
    assert not merging.dialog.isVisible()


def test_what_is_left_open_comes_after_the_last(merging: Open) -> None:
    merging.press(Key.Key_Down, Key.Key_M, Key.Key_T)
    assert merging.current == 0
    merging.press(Key.Key_Down, Key.Key_Return)
    assert merging.current == 0
    assert merging.decided == []


def test_a_choice_can_be_made_anew(merging: Open) -> None:
    merging.press(Key.Key_M, Key.Key_Up)
    assert merging.checked == ["choose-mine"]
    merging.press(Key.Key_T, Key.Key_Up)
    assert merging.checked == ["choose-theirs"]
    assert merging.rows[0].endswith(", theirs")


def test_both_is_for_annotations_only(merging: Open) -> None:
    merging.press(Key.Key_End, Key.Key_B)
    assert not merging.part(QAbstractButton, "choose-both").isEnabled()
    assert merging.rows[2] == "Status of the article"
    assert merging.current == 2


def test_what_only_one_side_has_can_be_kept(merging: Open) -> None:
    assert merging.part(QAbstractButton, "choose-both").text() == "Keep both"
    merging.press(Key.Key_Down)
    assert merging.part(QAbstractButton, "choose-both").text() == "Keep it"


def test_with_the_mouse(merging: Open) -> None:
    merging.click("choose-both")
    assert (merging.checked, merging.current) == (["choose-both"], 0)
    merging.click("allTheirs")
    assert merging.checked == ["choose-theirs"]
    merging.click("allMine")
    merging.click("accept")
    assert merging.decided == [{MOVED.key: "mine", REMOVED.key: "mine", STATUS.key: "mine"}]


@pytest.mark.parametrize("how", ["escape", "button"])
def test_decide_later(merging: Open, how: str) -> None:
    merging.press(Key.Key_M)
    if how == "escape":
        merging.press(Key.Key_Escape)
    else:
        merging.click("decideLater")
    assert merging.decided == []
    assert not merging.dialog.isVisible()


def test_the_keys_work_wherever_the_keyboard_is(merging: Open) -> None:
    merging.press(Key.Key_Down)
    merging.part(QAbstractButton, "decideLater").setFocus()
    merging.press(Key.Key_M)
    assert merging.rows[1].endswith(", mine")


def test_what_both_sides_say(merging: Open) -> None:
    assert merging.shown == [
        "Mine: Label: claim",
        "Theirs: Label: source, altered",
        "Mine: Words: Thousands of people left the town, altered",
        "Theirs: Words: Thousands of people left",
        "Mine: Note: mine, altered",
        "Theirs: Note: theirs, altered",
    ]
    merging.press(Key.Key_Down)
    assert merging.shown[:2] == ["Mine: Annotation: removed, altered", "Theirs: Annotation: there"]
    merging.press(Key.Key_Down)
    assert merging.shown == ["Mine: Status: Done, altered", "Theirs: Status: Reviewed, altered"]


def test_new_words_stand_out_by_more_than_colour(merging: Open) -> None:
    table = merging.part(QWidget, "conflictSides")
    mine = next(value for value in table.findChildren(RunsText) if value.accessibleName().startswith("Mine: Words"))
    assert [run.text for run in mine.runs if run.kind is Kind.ALTERED] == ["the town"]


def test_the_words_stand_in_their_context(merging: Open) -> None:
    words = merging.part(RunsText, "conflictWords")
    assert [(run.kind, run.text) for run in words.runs] == [
        (Kind.MARKED, "Thousands of people left the town"),
        (Kind.MUTED, " on Thursday."),
    ]


def test_every_control_has_a_name(merging: Open) -> None:
    controls = [*merging.dialog.findChildren(QAbstractButton), *merging.dialog.findChildren(QTableView)]
    shown = [control for control in controls if control.isVisible()]
    assert [control for control in shown if not control.accessibleName()] == []


class TestHostileText:
    @pytest.fixture
    def conflicts(self) -> list[Conflict]:
        bold = altered(CLAIM, note="<b>bold</b>", attributes={"\u202ekind": "<img src='file:///x'>"})
        return [Conflict(CLAIM, bold, altered(CLAIM, note="\u202ereversed"))]

    def test_is_shown_as_it_is(self, merging: Open) -> None:
        assert "Mine: Note: <b>bold</b>, altered" in merging.shown
        assert "Theirs: Note: \\u202ereversed, altered" in merging.shown
        labels = merging.dialog.findChildren(QLabel)
        assert all(label.textFormat() == Qt.TextFormat.PlainText for label in labels)


class TestRelations:
    @pytest.fixture
    def conflicts(self) -> list[Conflict]:
        link = Relation("r", "attributed_to", "a", "b")
        ends = [Conflict(end, end, altered(end, note="new")) for end in (CLAIM, SOURCE)]
        return [Conflict(link, altered(link, type="repeats"), altered(link, target="gone")), *ends]

    def test_are_told_by_the_words_they_join(self, merging: Open) -> None:
        assert merging.rows[0] == "Relation: repeats"
        assert merging.shown == [
            "Mine: Type: Repeats, altered",
            "Theirs: Type: Attributed to",
            "Mine: To: “The mayor”",
            "Theirs: To: an annotation that is not there (gone), altered",
        ]


def test_another_theme_is_followed(merging: Open, light_look: Look) -> None:
    words = merging.part(RunsText, "conflictWords")
    light = words.grab().toImage()
    light_look.set_choice("dark")
    dark = words.grab().toImage()
    light_look.set_choice("light")
    tints = [image.pixelColor(3, 3).lightness() for image in (light, dark)]
    assert tints[0] > 200 > 100 > tints[1]
    assert words.grab().toImage() == light
