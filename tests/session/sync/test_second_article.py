"""The second article is read, and nothing of its folder is written."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from annotator.session.background.jobs import Jobs
from annotator.session.opening.reading import read_all
from annotator.session.opening.scheme_cache import SchemeCache
from annotator.session.sync.second_article import SecondArticle
from tests.support.program import Program, sidecar_of
from tests.support.stories import bytes_below, write_folder

Start = Callable[..., Program]


@pytest.fixture
def second(qtbot: QtBot) -> Iterator[SecondArticle]:
    parent = QObject()
    with ThreadPoolExecutor(1) as executor:
        jobs = Jobs(executor, parent)
        yield SecondArticle(SchemeCache(), jobs, lambda: "", parent)
        jobs.finish()


@pytest.fixture
def renamed(start: Start, tmp_path: Path) -> Path:
    """An article that was renamed after it was annotated; its sidecar has the old name."""
    town = write_folder(tmp_path)
    program = start(town)
    program.select("Thousands")
    program.type("f")
    program.wait_saved()
    program.close()
    return town.rename(town.with_name("tale.txt"))


def test_a_sidecar_of_another_name_is_not_renamed(renamed: Path, second: SecondArticle, qtbot: QtBot) -> None:
    before = bytes_below(renamed.parent)
    with qtbot.waitSignal(second.changed):
        second.open(renamed)
    assert second.article is not None
    assert second.article.read_only
    assert bytes_below(renamed.parent) == before
    assert read_all(renamed, "", SchemeCache()).adopted, "as the edited article it takes its annotations along"
    assert sidecar_of(renamed).exists()


def test_what_cannot_be_read_leaves_what_is_shown(tmp_path: Path, second: SecondArticle, qtbot: QtBot) -> None:
    town = write_folder(tmp_path)
    with qtbot.waitSignal(second.changed):
        second.open(town)
    with qtbot.waitSignal(second.failed) as told:
        second.open(tmp_path / "nowhere.txt")
    assert told.args
    assert second.path == town
    assert second.article is not None
    second.close()
    assert second.path is None
    with pytest.raises(ValueError, match="no second article"):
        _ = second.scheme


def test_its_words_and_its_scheme_are_told(renamed: Path, second: SecondArticle, qtbot: QtBot) -> None:
    read_all(renamed, "", SchemeCache())
    with qtbot.waitSignal(second.changed):
        second.open(renamed)
    assert second.article is not None
    [annotation] = second.article.document.in_text_order()
    assert second.words(annotation) == "Thousands"
    assert second.scheme.label(annotation.label) is not None
