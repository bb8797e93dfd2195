"""A sidecar that was copied for another annotator is theirs, whatever name it still has in it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
import yaml

from annotator.cli import main
from annotator.corpus.annotators.folder_documents import ArticleDocuments, documents_below
from annotator.storage.sidecars.sidecar_files import sidecar_path
from tests.support.program import Program
from tests.support.stories import write_folder

Start = Callable[..., Program]


@pytest.fixture
def story(tmp_path: Path) -> Path:
    """An article that ben has annotated, whose sidecar somebody has copied for ana."""
    article = write_folder(tmp_path)
    words = article.read_text("utf-8").split()[0]
    head = f"format: annotator\nversion: 1\narticle:\n  file: {article.name}\nannotator: ben\n"
    claim = f"- id: c1\n  label: claim\n  start: 0\n  end: {len(words)}\n  text: {words}\n"
    for name in ("ben", "ana"):
        sidecar_path(article, name).write_text(f"{head}annotations:\n{claim}", encoding="utf-8")
    return article


def test_both_are_compared(story: Path) -> None:
    (found,) = documents_below([story.parent])
    assert isinstance(found, ArticleDocuments)
    assert sorted(found.documents) == ["ana", "ben"]


def test_one_without_a_name_is_not_a_second_one_of_the_same_annotator(story: Path) -> None:
    sidecar_path(story, "ana").rename(sidecar_path(story))
    (found,) = documents_below([story.parent])
    assert isinstance(found, ArticleDocuments)
    assert sorted(found.documents) == ["", "ben"]
    sidecar_path(story, "ben").unlink()
    (found,) = documents_below([story.parent])
    assert isinstance(found, ArticleDocuments)
    assert sorted(found.documents) == ["ben"]


def test_it_is_written_with_the_name_once_something_changes(start: Start, story: Path) -> None:
    sidecar = sidecar_path(story, "ana")
    before = sidecar.read_bytes()
    program = start(story, annotator="ana")
    assert program.document.annotator == "ana"
    assert sidecar.read_bytes() == before
    program.select("the mayor")
    program.type("s")
    program.wait_saved()
    assert yaml.safe_load(sidecar.read_text("utf-8"))["annotator"] == "ana"


def test_what_others_write_into_it_leaves_the_name(start: Start, story: Path) -> None:
    sidecar = sidecar_path(story, "ana")
    program = start(story, annotator="ana")
    sidecar.write_text(sidecar.read_text("utf-8") + "  note: Who?\n", encoding="utf-8")
    program.wait_for(lambda: program.document.annotations["c1"].note == "Who?")
    assert program.document.annotator == "ana"


def test_one_article_is_called_one(story: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["agreement", str(story.parent)]) == 0
    assert "\n1 article by two annotators or more" in capsys.readouterr().out
    assert main(["disagreements", str(story.parent), "-o", str(tmp_path / "page.html")]) == 0
    assert "0 differences in 1 article: " in capsys.readouterr().out
