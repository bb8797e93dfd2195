"""The article that a sidecar names, read and put right."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.model.document import Document
from annotator.storage.files.file_error import SidecarError
from annotator.storage.sidecars.named_article import named_article, with_article_named
from annotator.storage.sidecars.sidecar_files import SidecarWriter, read_sidecar
from tests.support.document_strategies import documents

SIDECAR = Path("story.annotations.yaml")
NAMES = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="/\0"), min_size=1, max_size=40)


@given(documents(), NAMES)
def test_another_name_and_back_gives_the_same_bytes(document: Document, name: str) -> None:
    data = SidecarWriter().data(document)
    renamed = with_article_named(SIDECAR, data, name)
    assert named_article(SIDECAR, renamed).file == name
    assert with_article_named(SIDECAR, renamed, document.article.name) == data


@given(documents(), NAMES)
def test_all_else_is_as_it_was(document: Document, name: str) -> None:
    renamed = with_article_named(SIDECAR, SidecarWriter().data(document), name)
    found = read_sidecar(SIDECAR, document.article, renamed, renamed=True)
    assert found.document == read_sidecar(SIDECAR, document.article, SidecarWriter().data(document)).document


@pytest.mark.parametrize(
    ("about", "wanted"),
    [
        ("article:\n  file: a, b.txt\n", 'article:\n  file: "new.txt"\n'),
        ("article:\n  file: 'it''s.txt'  # mine\n", 'article:\n  file: "new.txt"\n'),
        ("article: {file: a.txt}\n", 'article: {file: "new.txt"}\n'),
        ("article: {x: {file: b.txt}, file: a.txt}\n", 'article: {x: {file: b.txt}, file: "new.txt"}\n'),
        ('article: {"file": "a\\"}.txt", y: 1}\n', 'article: {"file": "new.txt", y: 1}\n'),
        ("x: {file: a.txt}\narticle:\r\n  file: a.txt\r\n", 'x: {file: a.txt}\narticle:\r\n  file: "new.txt"\r\n'),
        ("annotations: []\narticle:\n  file: a.txt\n", 'annotations: []\narticle:\n  file: "new.txt"\n'),
    ],
)
def test_in_files_written_by_hand(about: str, wanted: str) -> None:
    head = "# Annotations of a.txt, by me\nformat: annotator\nversion: 1\n"
    assert with_article_named(SIDECAR, (head + about).encode(), "new.txt").decode() == head + wanted


def test_where_it_cannot_be_put_right_it_says_what_to_write() -> None:
    data = b'format: annotator\nversion: 1\narticle:\n  ? file\n  : "a.txt"\n'
    with pytest.raises(SidecarError) as error:
        with_article_named(SIDECAR, data, "new.txt")
    assert error.value.problem.sentence == 'Write “file: "new.txt"” into it, in place of “a.txt”.'


@pytest.mark.parametrize("data", [b"", b"- a", b"format: annotator\nversion: 1\n", b"article: {file: [a]}\n", b"\xff"])
def test_what_is_no_sidecar_is_refused(data: bytes) -> None:
    with pytest.raises(SidecarError):
        named_article(SIDECAR, data)
