"""The filter of a list that is too long to be searched at once, beside the plain way to look for words."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from annotator.corpus.summary import Summary
from annotator.model.document import DONE, NEW
from annotator.session.background.jobs import Jobs
from annotator.session.opening.article_groups import ArticleGroups
from annotator.session.opening.entries import Entries
from annotator.session.opening.folder import Folder
from annotator.session.opening.folder_plan import FolderPlan
from annotator.session.opening.scheme_cache import SchemeCache
from annotator.session.preferences.settings_store import SettingsStore
from annotator.session.session import Session
from annotator.ui.panels.articles.article_filter import ArticleFilter
from annotator.ui.panels.articles.list_view import ArticlesView
from annotator.ui.panels.articles.panel import ArticlesPanel
from annotator.ui.panels.articles.rows import ArticleRows
from annotator.ui.theme.look import Look
from annotator.ui.widgets.panel_header import PanelHeader
from tests.support.running.examples import examples

MANY, FOLDERS = 9000, 90
TOP = Path("/folder")
NAMES = [f"desk {number * FOLDERS // MANY:02}/report-{number}.txt" for number in range(MANY)]
FILTERS = st.builds(
    ArticleFilter,
    st.sampled_from(["", "r", "re", "report-8", "9", "99", "8999", "desk 4", "none"]),
    st.sampled_from(["", DONE]),
)
CHANGES = st.lists(st.tuples(st.integers(0, MANY - 1), st.sampled_from([NEW, DONE])), max_size=4)
STEPS = st.lists(st.tuples(FILTERS, st.integers(0, MANY - 1), st.integers(0, 2), CHANGES), min_size=1, max_size=4)
Make = Callable[[str], ArticleRows]


@pytest.fixture
def folder(tmp_path: Path) -> Folder:
    """A folder that is not on the disk, with a third of its articles done."""
    folder = Folder(Jobs(ThreadPoolExecutor(1)), SchemeCache())
    folder.path = TOP
    folder.entries = many_entries()
    return folder


@pytest.fixture
def make(folder: Folder, tmp_path: Path) -> Make:
    jobs = Jobs(ThreadPoolExecutor(1))

    def make(kind: str) -> ArticleRows:
        groups = ArticleGroups(folder, SettingsStore(tmp_path / "settings.json", jobs), folder)
        groups.choose(kind)
        return ArticleRows(folder, groups, FolderPlan(folder, jobs), folder)

    return make


def many_entries() -> Entries:
    entries = Entries(TOP, NAMES)
    for row in range(0, MANY, 3):
        entries.put(row, Summary("", DONE, 1))
    return entries


def shown(rows: ArticleRows) -> list[int]:
    return rows.numbers(range(rows.rowCount()))


def plainly(folder: Folder, kind: str, filter: ArticleFilter) -> list[int]:
    """The numbers that pass, group by group: what is new before what is done, where groups are by status."""
    passing = [
        row
        for row, read in enumerate(folder.entries.read)
        if filter.words in NAMES[row].removesuffix(".txt") and filter.status in ("", read.status)
    ]
    return sorted(passing, key=lambda row: folder.entries.read[row].status == DONE) if kind == "status" else passing


def is_run_of(part: Sequence[int], whole: Sequence[int]) -> bool:
    """Whether the part stands in the whole without a gap."""
    start = whole.index(part[0]) if part else 0
    return whole[start : start + len(part)] == part


@given(st.sampled_from(["none", "folder", "status"]), STEPS)
@examples(0.4, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_a_list_that_is_searched_in_steps_shows_what_each_filter_lets_pass(
    qapp: QApplication,
    folder: Folder,
    make: Make,
    kind: str,
    steps: list[tuple[ArticleFilter, int, int, list[tuple[int, str]]]],
) -> None:
    folder.entries = many_entries()
    rows = make(kind)
    for filter, around, events, changes in steps:
        rows.set_filter(filter, TOP / NAMES[around])
        assert_shown(rows, plainly(folder, kind, filter))
        for _event in range(events):
            qapp.processEvents()
        assert_shown(rows, plainly(folder, kind, filter))
        for row, status in changes:
            folder.entries.put(row, Summary("", status, 1))
            folder.entries_changed.emit(range(row, row + 1))
        assert_shown(rows, plainly(folder, kind, filter))
    rows.search_all()
    assert shown(rows) == plainly(folder, kind, rows.filter)
    assert rows.articles == len(shown(rows))


def assert_shown(rows: ArticleRows, whole: list[int]) -> None:
    """Assert that these are shown, or as long as they are looked for a part of them without a gap."""
    now = shown(rows)
    assert is_run_of(now, whole) if rows.searching else now == whole


def test_what_was_found_and_does_not_pass_any_more_is_not_shown(qapp: QApplication, folder: Folder, make: Make) -> None:
    folder.entries = Entries(TOP, [f"report-{number}.txt" for number in range(3 * MANY)])
    for row in range(len(folder.entries)):
        folder.entries.put(row, Summary("", DONE, 1))
    rows = make("none")
    rows.set_filter(ArticleFilter("report", DONE))
    assert rows.searching
    qapp.processEvents()
    folder.entries.put(3000, Summary("", NEW, 1))
    folder.entries_changed.emit(range(3000, 3001))
    rows.search_all()
    assert 3000 not in shown(rows)
    assert rows.articles == 3 * MANY - 1


@pytest.mark.parametrize("number", [0, 5000, MANY - 1])
def test_what_is_around_the_open_article_is_shown_first(make: Make, number: int) -> None:
    rows = make("folder")
    rows.set_filter(ArticleFilter("report"), TOP / NAMES[number])
    assert rows.searching
    assert {*range(max(number - 100, 0), min(number + 100, MANY))} <= {*shown(rows)}


def test_the_current_row_stays_where_it_is_when_all_is_found(make: Make, look: Look, qtbot: QtBot) -> None:
    rows, article = make("folder"), TOP / NAMES[5000]
    view = ArticlesView(rows, look, None)  # type: ignore[arg-type]
    qtbot.addWidget(view)
    view.resize(260, 700)
    view.show()
    qtbot.waitExposed(view)
    rows.set_filter(ArticleFilter("report"), article)
    view.selectRow(rows.row_of(article) or 0)
    view.scrollTo(view.currentIndex())
    before, place = view.visualRect(view.currentIndex()).top(), view.currentIndex().row()
    qtbot.waitUntil(lambda: not rows.searching)
    assert view.currentIndex().row() == rows.row_of(article) != place
    assert view.visualRect(view.currentIndex()).top() == before
    assert view.selected_rows() == [rows.row_of(article)]


@pytest.fixture
def panel(session: Session, look: Look, folder: Folder, tmp_path: Path, jobs: Jobs, qtbot: QtBot) -> ArticlesPanel:
    groups = ArticleGroups(folder, SettingsStore(tmp_path / "settings.json", jobs), session)
    panel = ArticlesPanel(session, look, groups, FolderPlan(folder, jobs), lambda _path: None)
    qtbot.addWidget(panel)
    panel.resize(260, 700)
    panel.show()
    qtbot.waitExposed(panel)
    return panel


def type_filter(panel: ArticlesPanel, words: str) -> QLineEdit:
    field = panel.findChild(QLineEdit)
    assert isinstance(field, QLineEdit)
    QTest.keyClicks(field, words)
    return field


def test_the_number_follows_when_all_is_found(panel: ArticlesPanel, qtbot: QtBot) -> None:
    header = panel.findChild(PanelHeader)
    assert header.count == "9,000"
    type_filter(panel, "report")
    assert panel.rows.searching
    assert header.count == ""
    qtbot.waitUntil(lambda: not panel.rows.searching)
    assert header.count == "9,000 of 9,000"


def test_the_way_down_waits_for_the_first_row(folder: Folder, panel: ArticlesPanel) -> None:
    """What is looked for is far down, so that no row is there yet; the list is not said to be empty."""
    folder.entries = Entries(TOP, [f"report-{number}.txt" for number in range(3 * MANY)])
    folder.relisted.emit()
    field, view = type_filter(panel, "-26999"), panel.findChild(ArticlesView)
    assert panel.rows.searching
    assert panel.rows.rowCount() == 0
    assert view.isVisible()
    QTest.keyClick(field, Qt.Key.Key_Down)
    assert view.selected_rows() == [0]
    assert panel.rows.articles == 1


def test_the_way_down_has_all_rows(panel: ArticlesPanel) -> None:
    field = type_filter(panel, "report")
    assert panel.rows.searching
    QTest.keyClick(field, Qt.Key.Key_Down)
    assert not panel.rows.searching
    assert panel.rows.articles == MANY
