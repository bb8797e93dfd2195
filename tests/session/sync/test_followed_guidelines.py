"""Guidelines that are followed: late answers, problems, and what is not told twice."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from annotator.session.background.jobs import Jobs
from annotator.session.open_article import OpenArticle
from annotator.session.session import Session
from annotator.session.sync.guidelines import Guidelines

if TYPE_CHECKING:
    from tests.session.conftest import WhenTold

Opened = Callable[..., OpenArticle]


@pytest.fixture
def guidelines(session: Session, worker: WhenTold) -> Guidelines:
    guidelines = Guidelines(session, Jobs(worker, session))
    guidelines.follow(on=True)
    return guidelines


def moved_to(article: OpenArticle, folder: Path, text: str | bytes) -> OpenArticle:
    """The article in a folder with those guidelines."""
    folder.mkdir()
    (folder / "guidelines.md").write_bytes(text if isinstance(text, bytes) else text.encode())
    return replace(article, path=folder / article.path.name, sidecar=folder / article.sidecar.name)


def test_a_late_answer_of_the_folder_before_is_not_shown(
    guidelines: Guidelines, session: Session, opened: Opened, worker: WhenTold, tmp_path: Path
) -> None:
    session.show(moved_to(opened(), tmp_path / "one", "# One"))
    session.show(moved_to(opened(), tmp_path / "two", "# Two"))
    shown: list[str] = []
    guidelines.changed.connect(lambda: shown.append(guidelines.text))
    worker.work()
    assert (guidelines.text, guidelines.is_own, guidelines.is_read) == ("# Two", True, True)
    assert shown == ["# Two"]


def test_what_is_the_same_is_not_told_again(
    guidelines: Guidelines, session: Session, opened: Opened, worker: WhenTold, tmp_path: Path
) -> None:
    article = moved_to(opened(), tmp_path / "one", "# One")
    session.show(article)
    worker.work()
    told: list[bool] = []
    guidelines.changed.connect(lambda: told.append(True))
    session.show(article)
    worker.work()
    assert (guidelines.text, told) == ("# One", [])


def test_a_file_that_cannot_be_shown_is_told_with_its_line_where_it_has_one(
    guidelines: Guidelines, session: Session, opened: Opened, worker: WhenTold, tmp_path: Path
) -> None:
    session.show(moved_to(opened(), tmp_path / "one", b"# One\n\xff\n"))
    worker.work()
    assert guidelines.problem == "guidelines.md, line 2: It is not UTF-8. Save it as UTF-8."
    session.show(moved_to(opened(), tmp_path / "two", b"a\n" * 200_000))
    worker.work()
    assert guidelines.problem.startswith("guidelines.md: ")
    assert (guidelines.is_own, "claim" in guidelines.text.casefold()) == (False, True)
