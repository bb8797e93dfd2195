"""The filter of the list of articles, letter by letter, beside the plain way to look for words."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtWidgets import QApplication

from annotator.model.document import DONE, NEW
from annotator.session.background.jobs import Jobs
from annotator.session.opening.article_groups import ArticleGroups
from annotator.session.opening.entries import Entries
from annotator.session.opening.entry import PROBLEM, Entry, shown_status
from annotator.session.opening.folder import Folder
from annotator.session.opening.folder_plan import FolderPlan
from annotator.session.opening.scheme_cache import SchemeCache
from annotator.session.preferences.settings_store import SettingsStore
from annotator.ui.panels.articles.article_filter import ArticleFilter
from annotator.ui.panels.articles.rows import ArticleRows

WORDS = st.text("aAß İ.t", max_size=3)
ENTRIES = st.lists(
    st.builds(
        Entry,
        WORDS.map(lambda stem: Path(f"/folder/{stem}.txt")),
        WORDS,
        st.sampled_from(["", NEW, DONE]),
        problem=st.sampled_from(["", "It cannot be read."]),
    ),
    max_size=8,
)
FILTERS = st.lists(st.builds(ArticleFilter, WORDS, st.sampled_from(["", NEW, DONE, PROBLEM])), max_size=6)


def lets(filter: ArticleFilter, entry: Entry) -> bool:
    needle = filter.words.strip().casefold()
    has_words = needle in entry.path.name.casefold() or needle in entry.title.casefold()
    return has_words and filter.status in ("", shown_status(entry))


@given(ENTRIES, ENTRIES, FILTERS)
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_one_filter_after_another_shows_what_each_lets_pass(
    qapp: QApplication, entries: list[Entry], missing: list[Entry], filters: list[ArticleFilter]
) -> None:
    jobs = Jobs(ThreadPoolExecutor(1))
    folder = Folder(jobs, SchemeCache())
    folder.entries, folder.missing = Entries.of(entries), missing
    rows = ArticleRows(
        folder,
        ArticleGroups(folder, SettingsStore(Path("/nowhere/settings.json"), jobs)),
        FolderPlan(folder, jobs),
    )
    for filter in filters:
        rows.set_filter(filter)
        shown = [rows.entry(row) for row in range(rows.rowCount())]
        assert shown == [entry for entry in [*entries, *missing] if lets(filter, entry)]
