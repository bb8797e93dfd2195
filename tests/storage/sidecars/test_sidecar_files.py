"""Where sidecars are and what they are called."""

from __future__ import annotations

from pathlib import Path

import pytest

from annotator.model.article import Article
from annotator.storage.sidecars.sidecar_files import is_annotator_name, is_sidecar, new_document, sidecar_path, stem_of

FOLDER = Path("folder")


@pytest.mark.parametrize(
    ("article", "annotator", "sidecar"),
    [
        ("story.txt", "", "story.annotations.yaml"),
        ("story.md", "alice", "story.annotations.alice.yaml"),
        ("a.b.txt", "", "a.b.annotations.yaml"),
        ("line\nbreak.txt", "Åsa", "line\nbreak.annotations.Åsa.yaml"),
        ("caf\udce9.txt", "", "caf\udce9.annotations.yaml"),
    ],
)
def test_a_sidecar_stands_beside_its_article(article: str, annotator: str, sidecar: str) -> None:
    path = sidecar_path(FOLDER / article, annotator)
    assert path == FOLDER / sidecar
    assert is_sidecar(path)
    assert stem_of(path) == Path(article).stem


@pytest.mark.parametrize(
    "name",
    [
        *("story.txt", "scheme.yaml", ".annotations.yaml", "story.annotations.yaml.broken", "a.yaml"),
        "story.annotations.sync-conflict-20261122-062120-ABC2DE7.yaml",
    ],
)
def test_other_files_are_no_sidecars(name: str) -> None:
    assert not is_sidecar(FOLDER / name)


@pytest.mark.parametrize("name", ["alice", "Åsa Öst", "a_b-c", "ليلى", "x" * 60])
def test_names_that_annotators_may_have(name: str) -> None:
    assert is_annotator_name(name)


@pytest.mark.parametrize(
    "name",
    [
        *("", " a", "a ", "a.b", "a/b", "a\\b", "a:b", "..", "a\nb", "a\0b", 'a"b', "x" * 61, "\ud800", "annotations"),
        "sync-conflict-20261122-062120-ABC2DE7",
    ],
)
def test_names_that_would_not_do_in_a_file_name(name: str) -> None:
    assert not is_annotator_name(name)


def test_a_new_document_is_empty() -> None:
    document = new_document(Article.of("a.txt", "Text."), "alice", "own")
    assert (document.annotator, document.scheme, document.status.value) == ("alice", "own", "new")
    assert not document.annotations
