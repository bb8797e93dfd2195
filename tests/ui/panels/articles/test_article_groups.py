"""Groups in the list of articles: what is shown, closed, filtered, and how the keys lead through them."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QLineEdit, QMenu
from pytestqt.qtbot import QtBot

from annotator.model import edits
from annotator.model.document import DONE
from annotator.session.background.jobs import Jobs
from annotator.session.open_article import OpenArticle
from annotator.session.opening.article_groups import ArticleGroups
from annotator.session.opening.folder import Folder
from annotator.session.opening.folder_plan import FolderPlan
from annotator.session.opening.scheme_cache import SchemeCache
from annotator.session.preferences.settings_store import SettingsStore
from annotator.session.session import Session
from annotator.ui.panels.articles.panel import ArticlesPanel
from annotator.ui.theme.look import Look
from annotator.ui.widgets.lists.rows_view import RowsView

Opened = Callable[..., OpenArticle]
SAID = Qt.ItemDataRole.AccessibleTextRole
HEAD = 'format: annotator\nversion: 1\narticle: {{file: "{file}"{more}}}\nstatus: {status}\n'
ALL_OPEN = ["news", "week", "north", "bridge", "harbour", "south", "tram"]


def write(path: Path, status: str = "", attributes: str = "") -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f"Title of {path.stem}\n\nText.\n", "utf-8")
    if status:
        more = f", attributes: {{{attributes}}}" if attributes else ""
        sidecar = path.with_suffix(".annotations.yaml")
        sidecar.write_text(HEAD.format(file=path.name, status=status, more=more), "utf-8")


@pytest.fixture
def news(tmp_path: Path) -> Path:
    top = tmp_path / "news"
    write(top / "week.txt")
    write(top / "north" / "bridge.txt", "done", "outlet: Courier, published: '2026-11-02'")
    write(top / "north" / "harbour.txt", "in-work", "outlet: Courier, published: '2026-10-30'")
    write(top / "south" / "tram.txt")
    return top


@pytest.fixture
def folder(news: Path, jobs: Jobs, qtbot: QtBot) -> Folder:
    folder = Folder(jobs, SchemeCache())
    with qtbot.waitSignal(folder.scanned):
        folder.open(news, "")
    return folder


@pytest.fixture
def opens() -> list[Path]:
    return []


@pytest.fixture
def make(
    qtbot: QtBot, session: Session, look: Look, folder: Folder, jobs: Jobs, tmp_path: Path, opens: list[Path]
) -> Callable[[], ArticlesPanel]:
    def make() -> ArticlesPanel:
        groups = ArticleGroups(folder, SettingsStore(tmp_path / "settings.json", jobs), session)
        panel = ArticlesPanel(session, look, groups, FolderPlan(folder, jobs), opens.append)
        qtbot.addWidget(panel)
        panel.resize(260, 700)
        panel.show()
        qtbot.waitExposed(panel)
        QAbstractItemModelTester(rows_of(panel).model(), QAbstractItemModelTester.FailureReportingMode.Warning, panel)
        return panel

    return make


@pytest.fixture
def panel(make: Callable[[], ArticlesPanel]) -> ArticlesPanel:
    return make()


def rows_of(panel: ArticlesPanel) -> RowsView:
    view = panel.findChild(RowsView, "articlesList")
    assert isinstance(view, RowsView)
    return view


def field_of(panel: ArticlesPanel) -> QLineEdit:
    field = panel.findChild(QLineEdit)
    assert isinstance(field, QLineEdit)
    return field


def names(panel: ArticlesPanel) -> list[str]:
    model = rows_of(panel).model()
    return [model.index(row, 0).data() for row in range(model.rowCount())]


def said(panel: ArticlesPanel, name: str) -> str:
    return str(rows_of(panel).model().index(names(panel).index(name), 0).data(SAID))


def choose(panel: ArticlesPanel, text: str) -> None:
    menu = panel.findChild(QMenu, "articleGroupsMenu")
    assert isinstance(menu, QMenu)
    next(action for action in menu.actions() if action.text().replace("&", "") == text).trigger()


def go_to(panel: ArticlesPanel, name: str) -> RowsView:
    rows = rows_of(panel)
    rows.setFocus()
    rows.selectRow(names(panel).index(name))
    return rows


def press(panel: ArticlesPanel, *keys: Qt.Key) -> None:
    for key in keys:
        QTest.keyClick(rows_of(panel), key)


def current(panel: ArticlesPanel) -> str:
    return str(rows_of(panel).currentIndex().data())


def test_folders_are_groups_from_the_first_on(panel: ArticlesPanel) -> None:
    assert names(panel) == ALL_OPEN


def test_a_heading_tells_how_far_its_group_has_come(panel: ArticlesPanel) -> None:
    assert said(panel, "north") == "north, 1 of 2 done, open"


def test_headings_are_lower_than_articles(panel: ArticlesPanel) -> None:
    rows = rows_of(panel)
    assert [rows.rowHeight(row) for row in range(4)] == [30, 46, 30, 46]
    choose(panel, "Not grouped")
    assert {rows.rowHeight(row) for row in range(4)} == {46}


def test_left_closes_a_group_and_right_opens_it(panel: ArticlesPanel) -> None:
    go_to(panel, "harbour")
    press(panel, Qt.Key.Key_Left)
    assert (names(panel), current(panel)) == (["news", "week", "north", "south", "tram"], "north")
    assert said(panel, "north").endswith("closed")
    press(panel, Qt.Key.Key_Right)
    assert (names(panel), current(panel)) == (ALL_OPEN, "bridge")


def test_the_arrow_keys_are_mirrored_with_the_window(panel: ArticlesPanel) -> None:
    rows_of(panel).setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    go_to(panel, "harbour")
    press(panel, Qt.Key.Key_Right)
    assert names(panel) == ["news", "week", "north", "south", "tram"]


def test_enter_and_a_click_turn_a_heading_and_open_no_article(panel: ArticlesPanel, opens: list[Path]) -> None:
    go_to(panel, "north")
    press(panel, Qt.Key.Key_Return)
    assert len(names(panel)) == 5
    rows = rows_of(panel)
    at = rows.visualRect(rows.model().index(names(panel).index("north"), 0)).center()
    QTest.mouseClick(rows.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, QPoint(at))
    assert (names(panel), opens) == (ALL_OPEN, [])


def test_closed_groups_are_remembered(panel: ArticlesPanel, make: Callable[[], ArticlesPanel], jobs: Jobs) -> None:
    go_to(panel, "north")
    press(panel, Qt.Key.Key_Left)
    jobs.finish()
    assert names(make()) == ["news", "week", "north", "south", "tram"]


def test_all_groups_close_and_open(panel: ArticlesPanel) -> None:
    choose(panel, "Close all groups")
    assert names(panel) == ["news", "north", "south"]
    choose(panel, "Open all groups")
    assert names(panel) == ALL_OPEN


def test_a_filter_looks_into_closed_groups_and_in_names_of_folders(panel: ArticlesPanel) -> None:
    choose(panel, "Close all groups")
    field_of(panel).setText("harb")
    assert names(panel) == ["north", "harbour"]
    field_of(panel).setText("south")
    assert names(panel) == ["south", "tram"]
    field_of(panel).clear()
    assert names(panel) == ["news", "north", "south"]


def test_a_letter_in_the_list_filters(panel: ArticlesPanel) -> None:
    go_to(panel, "week")
    QTest.keyClick(rows_of(panel), Qt.Key.Key_T)
    QTest.keyClick(field_of(panel), Qt.Key.Key_R)
    assert (field_of(panel).text(), names(panel)) == ("tr", ["south", "tram"])


@pytest.mark.parametrize(
    ("kind", "shown"),
    [
        ("Not grouped", ["week", "bridge", "harbour", "tram"]),
        ("By status", ["In work", "harbour", "Not started", "week", "tram", "Done", "bridge"]),
        ("By outlet", ["Courier", "bridge", "harbour", "Outlet not known", "week", "tram"]),
        ("By month", ["November 2026", "bridge", "October 2026", "harbour", "Month not known", "week", "tram"]),
    ],
)
def test_other_kinds_of_groups(panel: ArticlesPanel, kind: str, shown: list[str]) -> None:
    choose(panel, kind)
    assert names(panel) == shown


def test_the_next_article_is_the_next_one_shown(panel: ArticlesPanel, folder: Folder, news: Path) -> None:
    choose(panel, "By status")
    assert folder.neighbour(news / "north" / "harbour.txt", 1) == news / "week.txt"
    choose(panel, "By folder")
    assert folder.neighbour(news / "north" / "harbour.txt", 1) == news / "south" / "tram.txt"


def test_an_article_that_becomes_done_moves_to_its_group_and_stays_selected(
    panel: ArticlesPanel, folder: Folder, session: Session, opened: Opened, news: Path
) -> None:
    folder.follow(session)
    choose(panel, "By status")
    session.show(opened([], path=news / "south" / "tram.txt"))
    go_to(panel, "tram")
    session.do(edits.set_status(session.document, DONE), "done")
    assert names(panel) == ["In work", "harbour", "Not started", "week", "Done", "bridge", "tram"]
    assert current(panel) == "tram"
    assert said(panel, "Done") == "Done, 2 of 2 done, open"
    rows = rows_of(panel)
    assert [rows.rowHeight(row) for row in range(7)] == [30, 46, 30, 46, 30, 46, 46]


def test_the_heading_stands_for_the_open_article_of_a_closed_group(
    panel: ArticlesPanel, session: Session, opened: Opened, news: Path
) -> None:
    go_to(panel, "south")
    press(panel, Qt.Key.Key_Left)
    session.show(opened([], path=news / "south" / "tram.txt"))
    assert current(panel) == "south"


def test_headings_are_not_among_the_selected_articles(panel: ArticlesPanel, news: Path) -> None:
    go_to(panel, "north").selectAll()
    assert len(panel.selected) == 4
    assert news / "week.txt" in panel.selected


def test_the_tooltip_of_an_article_says_where_it_lies(panel: ArticlesPanel) -> None:
    model = rows_of(panel).model()
    tip = model.index(names(panel).index("tram"), 0).data(Qt.ItemDataRole.ToolTipRole)
    assert "south/tram.txt" in tip


def test_a_deep_folder_has_its_whole_path_in_the_tooltip(
    panel: ArticlesPanel, folder: Folder, news: Path, jobs: Jobs
) -> None:
    deep = os.path.join("south", *(f"ward {number}" for number in range(9)))  # noqa: PTH118  # a name
    write(news / deep / "turnout.txt")
    folder.refresh()
    jobs.finish()
    tip = rows_of(panel).model().index(names(panel).index(deep.replace(os.sep, "/")), 0)
    assert deep.replace(os.sep, "/") in tip.data(Qt.ItemDataRole.ToolTipRole)
