"""The command palette, by keys and mouse."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QLineEdit, QListView
from pytestqt.qtbot import QtBot

from annotator.ui.dialogs.command_palette import ActionSource, AnnotationSource, ArticleSource, CommandPalette
from annotator.ui.theme.look import Look

if TYPE_CHECKING:
    from tests.ui.conftest import SmallWindow

TEXT = "Thousands of people left the old town on Thursday; 40,000 linger."
MARKS = (("claim", "Thousands of people left the old town"), ("figure", "40,000"), ("source", "people"))
SAID = Qt.ItemDataRole.AccessibleTextRole
Key = Qt.Key


@dataclass(frozen=True)
class Row:
    path: Path
    title: str = ""
    status: str = "new"
    problem: str = ""

    @property
    def name(self) -> str:
        return self.path.stem


@pytest.fixture
def articles() -> list[Row]:
    return [Row(Path("town.txt"), "The old town"), Row(Path("harbour.txt"), "Ships", "done"), Row(Path("ferry.txt"))]


@pytest.fixture
def recent() -> list[str]:
    return []


@pytest.fixture
def palette(small_window: SmallWindow, light_look: Look, articles: list[Row], recent: list[str]) -> CommandPalette:
    small_window.open(TEXT, MARKS)
    sources = (
        ActionSource(small_window.actions, lambda: recent),
        AnnotationSource(small_window.session),
        ArticleSource(lambda: articles, lambda path: small_window.done.append(str(path))),
    )
    return CommandPalette(small_window.session, light_look, sources, small_window.window)


@pytest.fixture
def ask(palette: CommandPalette, qtbot: QtBot) -> Callable[[str], list[str]]:
    """Open the palette, type, and read what it shows."""

    def typed(query: str) -> list[str]:
        palette.open()
        qtbot.keyClicks(field(palette), query)
        return shown(palette)

    return typed


def field(palette: CommandPalette) -> QLineEdit:
    return palette.findChild(QLineEdit, "paletteField")


def found(palette: CommandPalette) -> QListView:
    return palette.findChild(QListView, "paletteList")


def shown(palette: CommandPalette) -> list[str]:
    model = found(palette).model()
    return [model.index(row, 0).data(SAID) for row in range(model.rowCount())]


def texts(palette: CommandPalette) -> list[str]:
    model = found(palette).model()
    return [model.index(row, 0).data() for row in range(model.rowCount())]


def current(palette: CommandPalette) -> str:
    return found(palette).currentIndex().data()


Ask = Callable[[str], list[str]]


def test_enter_runs_the_first(small_window: SmallWindow, palette: CommandPalette, ask: Ask, qtbot: QtBot) -> None:
    assert ask("settings")[0] == "Settings…, File, Ctrl+,"
    qtbot.keyClick(field(palette), Key.Key_Return)
    qtbot.waitUntil(lambda: small_window.done == ["settings"])
    assert not palette.isVisible()
    qtbot.waitUntil(small_window.article.hasFocus)


def test_escape_closes_and_gives_the_focus_back(
    small_window: SmallWindow, palette: CommandPalette, ask: Ask, qtbot: QtBot
) -> None:
    small_window.other.setFocus()
    ask("set")
    qtbot.keyClick(field(palette), Key.Key_Escape)
    assert not palette.isVisible()
    assert small_window.done == []
    qtbot.waitUntil(small_window.other.hasFocus)


def test_arrows_go_round(palette: CommandPalette, ask: Ask, qtbot: QtBot) -> None:
    ask("text")
    names = texts(palette)
    seen = [current(palette)]
    for key in (Key.Key_Down, Key.Key_Tab, Key.Key_Up, Key.Key_Backtab, Key.Key_Up):
        qtbot.keyClick(field(palette), key)
        seen.append(current(palette))
    assert seen == [names[0], names[1], names[2], names[1], names[0], names[-1]]


def test_pages(palette: CommandPalette, ask: Ask, qtbot: QtBot) -> None:
    ask("")
    names = texts(palette)
    qtbot.keyClick(field(palette), Key.Key_PageDown)
    assert current(palette) == names[9]
    qtbot.keyClick(field(palette), Key.Key_PageUp)
    qtbot.keyClick(field(palette), Key.Key_PageUp)
    assert current(palette) == names[0]


def test_headings_are_passed_over(palette: CommandPalette, ask: Ask, qtbot: QtBot) -> None:
    rows = ask("town")
    assert rows == [
        "Annotations",
        "…left the old town, claim",
        "Articles",
        "town, The old town",
    ]
    assert current(palette) == "…left the old town"
    qtbot.keyClick(field(palette), Key.Key_Down)
    assert current(palette) == "town"


def test_actions_annotations_articles(small_window: SmallWindow, palette: CommandPalette, ask: Ask) -> None:
    rows = ask("l")
    assert rows.index("Annotations") < rows.index("Articles")
    assert rows[0].startswith(("Look", "Lock", "Larger", "Lists"))


def test_annotation_is_gone_to(small_window: SmallWindow, palette: CommandPalette, ask: Ask, qtbot: QtBot) -> None:
    assert ask("40,0") == ["Annotations", "40,000, figure"]
    with qtbot.waitSignal(small_window.session.shown):
        qtbot.keyClick(field(palette), Key.Key_Return)
    assert small_window.session.selected_annotation.id == "a00001"


def test_long_annotation_is_shown_from_near_the_words(
    small_window: SmallWindow, palette: CommandPalette, ask: Ask
) -> None:
    text = "It was said " + "again and " * 60 + "again that the bridge would be closed."
    small_window.open(text, [("claim", text)])
    assert ask("bridge") == ["Annotations", "…again that the bridge would be closed., claim"]


def test_article_is_opened(small_window: SmallWindow, palette: CommandPalette, ask: Ask, qtbot: QtBot) -> None:
    assert ask("ships") == ["Articles", "harbour, Ships"]
    qtbot.keyClick(field(palette), Key.Key_Return)
    qtbot.waitUntil(lambda: small_window.done == ["harbour.txt"])


def test_label_is_tagged(small_window: SmallWindow, palette: CommandPalette, ask: Ask, qtbot: QtBot) -> None:
    assert ask("tag fig")[0] == "Tag as figure, Annotate, F 3"
    qtbot.keyClick(field(palette), Key.Key_Return)
    qtbot.waitUntil(lambda: small_window.done == ["tag figure"])


def test_click_runs(small_window: SmallWindow, palette: CommandPalette, ask: Ask, qtbot: QtBot) -> None:
    ask("full screen")
    place = found(palette).visualRect(found(palette).model().index(0, 0)).center()
    qtbot.mouseClick(found(palette).viewport(), Qt.MouseButton.LeftButton, pos=place)
    qtbot.waitUntil(lambda: small_window.done == ["full_screen"])


def test_press_beside_it_closes(small_window: SmallWindow, palette: CommandPalette, ask: Ask, qtbot: QtBot) -> None:
    ask("set")
    qtbot.mouseClick(
        small_window.article.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(2, small_window.article.height() - 30)
    )
    assert not palette.isVisible()
    assert small_window.done == []


def test_press_on_what_takes_no_focus_closes(
    small_window: SmallWindow, palette: CommandPalette, ask: Ask, qtbot: QtBot
) -> None:
    ask("set")
    qtbot.mouseClick(small_window.window.centralWidget(), Qt.MouseButton.LeftButton, pos=QPoint(2, 2))
    assert not palette.isVisible()


def test_focus_elsewhere_closes(small_window: SmallWindow, palette: CommandPalette, ask: Ask, qtbot: QtBot) -> None:
    ask("set")
    small_window.other.setFocus()
    qtbot.waitUntil(lambda: not palette.isVisible())
    assert small_window.other.hasFocus()


def test_opening_again_closes(palette: CommandPalette) -> None:
    palette.open()
    palette.open()
    assert not palette.isVisible()


def test_dim_action_says_why(small_window: SmallWindow, palette: CommandPalette, ask: Ask, qtbot: QtBot) -> None:
    assert ask("write a note")[0] == "Write a note, Annotate, N, No annotation is selected"
    with qtbot.waitSignal(small_window.session.said) as said:
        qtbot.keyClick(field(palette), Key.Key_Return)
    assert said.args == ["Write a note: No annotation is selected"]
    assert palette.isVisible()


def test_recent_actions_first(small_window: SmallWindow, palette: CommandPalette, ask: Ask, recent: list[str]) -> None:
    recent += ["zoom_out", "undo", "find"]
    assert [row.split(",")[0] for row in ask("")[:3]] == ["Smaller text", "Find…", "Open folder…"]


def test_no_match(palette: CommandPalette, ask: Ask, qtbot: QtBot) -> None:
    assert ask("<b>xyz</b>") == ["No match for “<b>xyz</b>”"]
    qtbot.keyClick(field(palette), Key.Key_Down)
    qtbot.keyClick(field(palette), Key.Key_Return)
    assert palette.isVisible()


def test_without_an_article(small_window: SmallWindow, palette: CommandPalette, ask: Ask) -> None:
    small_window.session.show(None)
    assert ask("40,0") == ["No match for “40,0”"]


def test_article_with_a_problem_and_odd_name(palette: CommandPalette, ask: Ask, articles: list[Row]) -> None:
    articles.append(Row(Path("odd\nname.txt"), "", "done", "The sidecar is no YAML."))
    assert ask("odd") == ["Articles", "odd name"]


def test_at_most_so_many(small_window: SmallWindow, palette: CommandPalette, ask: Ask, articles: list[Row]) -> None:
    articles += [Row(Path(f"ferry-{number}.txt")) for number in range(5_000)]
    assert len(ask("ferry")) == 9


def test_tall_list_stays_in_the_window(small_window: SmallWindow, palette: CommandPalette, ask: Ask) -> None:
    small_window.window.resize(300, 320)
    ask("")
    assert small_window.window.rect().contains(palette.geometry())
    small_window.window.resize(280, 300)
    assert small_window.window.rect().contains(palette.geometry())


def test_selected_row_has_the_accents_ground(
    small_window: SmallWindow, light_look: Look, palette: CommandPalette, ask: Ask
) -> None:
    ask("set")
    view = found(palette)
    row = view.visualRect(view.currentIndex())
    image = palette.grab().toImage()
    at = view.mapTo(palette, QPoint(row.center().x(), row.top() + 3)) * image.devicePixelRatio()
    assert QColor(image.pixel(at)) == light_look.theme.accent_soft


def test_theme_can_change_while_open(light_look: Look, palette: CommandPalette, ask: Ask) -> None:
    ask("")
    light_look.set_choice("dark")
    image = palette.grab().toImage()
    in_list = found(palette).mapTo(palette, QPoint(3, 60)) * image.devicePixelRatio()
    seen = [QColor(image.pixel(at)) for at in (in_list, QPoint(image.width() // 2, 4))]
    assert seen == [light_look.theme.raised] * 2
    light_look.set_choice("light")


def test_names(palette: CommandPalette) -> None:
    assert palette.objectName() == "commandPalette"
    assert all(part.accessibleName() for part in (palette, field(palette), found(palette)))
