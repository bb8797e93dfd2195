"""What the window's folder shows after an import."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from annotator.session.background.jobs import Jobs
from annotator.session.editing.imported_files import show_imported
from annotator.session.importing.import_runs import ArticlesOrder
from annotator.session.opening.folder import Folder
from annotator.session.opening.scheme_cache import SchemeCache


@pytest.fixture
def jobs(qtbot: QtBot) -> Iterator[Jobs]:
    with ThreadPoolExecutor(1) as executor:
        jobs = Jobs(executor)
        yield jobs
        jobs.finish()  # each begins another when it ends


@dataclass
class Looked:
    """Counts how often the open article's files were looked at."""

    looks: int = 0

    def look(self) -> None:
        self.looks += 1


@dataclass
class Opened:
    """Notes what is opened."""

    paths: list[Path] = field(default_factory=list)

    def open(self, path: Path) -> None:
        self.paths.append(path)


def test_open_folder_is_listed_anew(jobs: Jobs, tmp_path: Path, qtbot: QtBot) -> None:
    folder, watch = Folder(jobs, SchemeCache()), Looked()
    folder.open(tmp_path, "")
    qtbot.waitUntil(lambda: folder.path == tmp_path)
    jobs.finish()
    (tmp_path / "new.txt").write_text("People left.", "utf-8")
    show_imported(folder, watch, None, ArticlesOrder((), tmp_path / "elsewhere"))
    jobs.finish()
    assert (folder.entries, watch.looks) == ([], 0)
    show_imported(folder, watch, None, ArticlesOrder((), tmp_path))
    jobs.finish()
    assert [entry.name for entry in folder.entries] == ["new"]
    assert watch.looks == 1


def test_folder_whose_scheme_was_made_is_opened_anew(jobs: Jobs, tmp_path: Path, qtbot: QtBot) -> None:
    folder, watch = Folder(jobs, SchemeCache()), Looked()
    folder.open(tmp_path, "")
    qtbot.waitUntil(lambda: folder.path == tmp_path)
    scheme = "format: annotation-scheme\nversion: 1\nid: own\nname: Own\nlabels:\n- id: person\n"
    (tmp_path / "scheme.yaml").write_text(scheme, "utf-8")
    with qtbot.waitSignal(folder.listed):
        show_imported(folder, watch, None, ArticlesOrder((), tmp_path))
    assert folder.scheme is not None
    assert folder.scheme.id == "own"


def test_the_first_article_is_opened(jobs: Jobs, tmp_path: Path, qtbot: QtBot) -> None:
    folder, watch, opened = Folder(jobs, SchemeCache()), Looked(), Opened()
    for _ in range(2):
        show_imported(folder, watch, opened, ArticlesOrder((), tmp_path), [tmp_path / "one.txt", tmp_path / "two.txt"])
        assert opened.paths.pop() == tmp_path / "one.txt"
        folder.open(tmp_path, "")
        qtbot.waitUntil(lambda: folder.path == tmp_path)
    show_imported(folder, watch, opened, ArticlesOrder((), tmp_path / "elsewhere"), [tmp_path / "elsewhere" / "a.txt"])
    assert opened.paths == []


def test_the_folder_of_annotations_is_opened_where_none_is_open(jobs: Jobs, tmp_path: Path) -> None:
    opened = Opened()
    show_imported(Folder(jobs, SchemeCache()), Looked(), opened, ArticlesOrder((), tmp_path))
    assert opened.paths == [tmp_path]
