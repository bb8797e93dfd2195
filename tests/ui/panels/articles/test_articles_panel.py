"""The list of articles: what it shows of a folder, how it is narrowed down, how an article is opened."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QMenu, QPushButton, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from annotator.model import edits
from annotator.session.background.jobs import Jobs
from annotator.session.open_article import OpenArticle
from annotator.session.opening.article_groups import ArticleGroups
from annotator.session.opening.folder import Folder
from annotator.session.opening.folder_plan import FolderPlan
from annotator.session.opening.scheme_cache import SchemeCache
from annotator.session.preferences.settings_store import SettingsStore
from annotator.session.session import Session
from annotator.translation.forms import Forms
from annotator.translation.messages import use
from annotator.ui.panels.articles.panel import ArticlesPanel
from annotator.ui.theme.look import Look
from annotator.ui.widgets.lists.rows_view import RowsView

Opened = Callable[..., OpenArticle]
SAID = Qt.ItemDataRole.AccessibleTextRole
TITLES = {
    "aleppo": "Thousands leave Aleppo",
    "bridge": "الجسر مغلق حتى الجمعة",
    "harbour": "Harbour dredging begins",
    "tram": "Tram extension: <b>no</b> money",
}


@pytest.fixture
def town_folder(tmp_path: Path, jobs: Jobs, qtbot: QtBot) -> Folder:
    for name, title in TITLES.items():
        (tmp_path / f"{name}.txt").write_text(f"{title}\n\nText.\n", "utf-8")
    folder = Folder(jobs, SchemeCache())
    with qtbot.waitSignal(folder.scanned):
        folder.open(tmp_path, "")
    return folder


@pytest.fixture
def opens() -> list[Path]:
    return []


@pytest.fixture
def groups(town_folder: Folder, jobs: Jobs, tmp_path: Path) -> ArticleGroups:
    return ArticleGroups(town_folder, SettingsStore(tmp_path / "settings.json", jobs))


@pytest.fixture
def panel(
    qtbot: QtBot,
    session: Session,
    look: Look,
    town_folder: Folder,
    jobs: Jobs,
    groups: ArticleGroups,
    opens: list[Path],
) -> ArticlesPanel:
    panel = ArticlesPanel(session, look, groups, FolderPlan(town_folder, jobs), opens.append)
    qtbot.addWidget(panel)
    panel.resize(260, 500)
    panel.show()
    qtbot.waitExposed(panel)
    return panel


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


def said(panel: ArticlesPanel, row: int) -> str:
    return str(rows_of(panel).model().index(row, 0).data(SAID))


def texts_in(panel: ArticlesPanel) -> str:
    visible = [widget for widget in panel.findChildren(QWidget) if widget.isVisible()]
    return " | ".join(w.text() if isinstance(w, QLabel) else w.accessibleName() for w in visible)


def choose_status(panel: ArticlesPanel, text: str) -> None:
    menu = panel.findChild(QMenu, "articleStatusFilter")
    assert isinstance(menu, QMenu)
    next(action for action in menu.actions() if action.text().replace("&", "") == text).trigger()


@pytest.fixture
def mark_up(town_folder: Folder, session: Session, opened: Opened) -> Callable[[str, str], None]:
    """Open an article and give it a status."""
    town_folder.follow(session)

    def mark_up(name: str, status: str) -> None:
        path = next(entry.path for entry in town_folder.entries if entry.name == name)
        session.show(opened([], path=path))
        session.do(edits.set_status(session.document, status), "Set the status")

    return mark_up


def test_every_article_is_told_with_its_state(panel: ArticlesPanel, town_folder: Folder) -> None:
    assert names(panel) == list(TITLES)
    assert said(panel, 0) == "aleppo, not started, 0 annotations, Thousands leave Aleppo"
    town_folder.note_problem(town_folder.entries[0].path, "2 annotations have lost their place")
    assert said(panel, 0) == "aleppo, problem, 0 annotations, 2 annotations have lost their place"


def test_markup_in_a_title_is_shown_as_it_is(panel: ArticlesPanel) -> None:
    tip = rows_of(panel).model().index(3, 0).data(Qt.ItemDataRole.ToolTipRole)
    assert "Tram extension: &lt;b&gt;no&lt;/b&gt; money" in tip
    assert "tram.txt" in tip
    assert "Not started" in tip


def test_a_click_opens(panel: ArticlesPanel, opens: list[Path]) -> None:
    view = rows_of(panel)
    place = view.visualRect(view.model().index(2, 0)).center()
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert [path.name for path in opens] == ["harbour.txt"]


def test_the_arrow_keys_only_look_and_enter_opens(panel: ArticlesPanel, opens: list[Path]) -> None:
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Down):
        QTest.keyClick(rows_of(panel), key)
    assert opens == []
    QTest.keyClick(rows_of(panel), Qt.Key.Key_Return)
    assert [path.name for path in opens] == ["bridge.txt"]


def test_the_open_article_is_the_current_row(
    panel: ArticlesPanel, session: Session, town_folder: Folder, opened: Opened, opens: list[Path], qtbot: QtBot
) -> None:
    session.show(opened([], path=town_folder.entries[3].path))
    assert rows_of(panel).currentIndex().data() == "tram"
    QTest.keyClick(rows_of(panel), Qt.Key.Key_Home)
    assert rows_of(panel).currentIndex().data() == "aleppo"
    with qtbot.waitSignal(panel.text_requested):
        QTest.keyClick(rows_of(panel), Qt.Key.Key_Escape)
    assert rows_of(panel).currentIndex().data() == "tram"
    assert opens == []


def test_the_open_article_alone_is_selected_while_ctrl_is_still_held(
    panel: ArticlesPanel, session: Session, town_folder: Folder, opened: Opened
) -> None:
    session.show(opened([], path=town_folder.entries[0].path))
    QTest.keyPress(panel.windowHandle(), Qt.Key.Key_Down, Qt.KeyboardModifier.ControlModifier)
    session.show(opened([], path=town_folder.entries[2].path))
    assert rows_of(panel).selected_rows() == [2]
    session.show(None)
    assert rows_of(panel).selected_rows() == []
    QTest.keyRelease(panel.windowHandle(), Qt.Key.Key_Down)


@pytest.mark.parametrize(("words", "shown"), [("HARB", ["harbour"]), ("leave", ["aleppo"]), ("الجسر", ["bridge"])])
def test_the_filter_looks_at_names_and_titles(panel: ArticlesPanel, words: str, shown: list[str]) -> None:
    field_of(panel).insert(words)
    assert names(panel) == shown
    assert "1 of 4" in texts_in(panel)


def test_the_status_narrows_down_and_is_followed(panel: ArticlesPanel, mark_up: Callable[[str, str], None]) -> None:
    QAbstractItemModelTester(rows_of(panel).model(), QAbstractItemModelTester.FailureReportingMode.Warning, panel)
    choose_status(panel, "Done")
    assert names(panel) == []
    mark_up("tram", "done")
    mark_up("bridge", "done")
    assert names(panel) == ["bridge", "tram"]
    mark_up("tram", "in-work")
    assert names(panel) == ["bridge"]


def test_where_nothing_matches_the_filter_can_be_cleared(panel: ArticlesPanel) -> None:
    QTest.keyClicks(field_of(panel), "zoo")
    choose_status(panel, "Reviewed")
    assert "No match for “zoo” 4 articles hidden" in texts_in(panel)
    button = next(b for b in panel.findChildren(QPushButton) if b.isVisible())
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert names(panel) == list(TITLES)
    assert field_of(panel).text() == ""


def test_escape_empties_the_filter_and_then_leaves(panel: ArticlesPanel, qtbot: QtBot) -> None:
    QTest.keyClicks(field_of(panel), "zoo")
    with qtbot.assertNotEmitted(panel.text_requested):
        QTest.keyClick(field_of(panel), Qt.Key.Key_Escape)
    assert names(panel) == list(TITLES)
    with qtbot.waitSignal(panel.text_requested):
        QTest.keyClick(field_of(panel), Qt.Key.Key_Escape)


def test_down_goes_from_the_filter_into_the_list(panel: ArticlesPanel, opens: list[Path], qtbot: QtBot) -> None:
    panel.activateWindow()
    panel.focus_filter()
    QTest.keyClicks(field_of(panel), "a")
    QTest.keyClick(field_of(panel), Qt.Key.Key_Down)
    qtbot.waitUntil(rows_of(panel).hasFocus)
    assert rows_of(panel).currentIndex().data() == "aleppo"
    assert rows_of(panel).selected_rows() == [0]
    assert opens == []


class OneDigit(Forms):
    """Write every number as that digit."""

    def __init__(self, digit: str) -> None:
        self._digit = digit

    def whole(self, value: int) -> str:  # noqa: ARG002  # as every form
        return self._digit


def test_the_number_of_annotations_has_the_digits_of_the_language(
    panel: ArticlesPanel, mark_up: Callable[[str, str], None]
) -> None:
    mark_up("tram", "done")
    pictures = []
    try:
        for zero in ("0", "٠"):
            use(None, OneDigit(zero))
            pictures.append(rows_of(panel).grab().toImage())
    finally:
        use()
    assert pictures[0] != pictures[1]


def test_progress_follows_the_articles(panel: ArticlesPanel, mark_up: Callable[[str, str], None]) -> None:
    assert "0 of 4 done, 0 annotations" in texts_in(panel)
    mark_up("tram", "done")
    mark_up("aleppo", "nothing-found")
    assert "2 of 4 done, 0 annotations" in texts_in(panel)


def test_a_folder_without_articles_says_so(
    panel: ArticlesPanel, town_folder: Folder, tmp_path: Path, qtbot: QtBot
) -> None:
    (tmp_path / "empty").mkdir()
    with qtbot.waitSignal(town_folder.listed):
        town_folder.open(tmp_path / "empty", "")
    assert "No articles here An article is a file whose name ends in .txt or .md" in texts_in(panel)


@pytest.mark.skipif("sys.platform != 'linux'", reason="only there may a name hold any byte")
def test_names_that_cannot_be_shown_are_escaped(
    panel: ArticlesPanel, town_folder: Folder, tmp_path: Path, qtbot: QtBot
) -> None:
    odd = tmp_path / "odd"
    odd.mkdir()
    (odd / "two\nlines.txt").write_text("Title", "utf-8")
    Path(bytes(odd).decode() + "/not\udcffunicode.txt").write_text("Title", "utf-8")
    with qtbot.waitSignal(town_folder.listed):
        town_folder.open(odd, "")
    assert sorted(names(panel)) == ["not\\udcffunicode", "two\\nlines"]
    assert not panel.grab().isNull()


def test_the_menu_of_statuses_can_be_reached_by_tab(panel: ArticlesPanel, qapp: QApplication) -> None:
    button = panel.findChild(QToolButton)
    assert isinstance(button, QToolButton)
    assert button.focusPolicy() & Qt.FocusPolicy.TabFocus
    assert button.accessibleName() == "Filter the articles by status"
