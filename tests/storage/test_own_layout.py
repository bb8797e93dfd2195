"""The fast reader: reads what the program wrote, and nothing that differs from that by as much as a byte."""

from __future__ import annotations

from pathlib import Path
from types import MappingProxyType

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.model.annotation import Annotation, Excerpt, Relation
from annotator.model.article import Article
from annotator.model.document import Document, Status
from annotator.model.span import Span
from annotator.storage import sidecar_reading
from annotator.storage.file_error import SidecarError
from annotator.storage.own_layout import read_own_layout
from annotator.storage.sidecars import SidecarWriter, read_sidecar

ARTICLE = Article.of("story.txt", 'Thousands leave “Aleppo”\n\nand "all" \\ 👩.')
DOCUMENT = Document(
    ARTICLE,
    MappingProxyType(
        {
            "k7q2mx": Annotation(
                "k7q2mx", "claim", Span(0, 36), {"kind": "event", "low": 2000, "a b": "c: d"}, "A note."
            ),
            "p3 v": Annotation("p3 v", "true", Span(16, 24), created="2026-11-22T06:21:20Z"),
        }
    ),
    MappingProxyType({"r": Relation("r", "via", "k7q2mx", "p3 v")}),
    Status("in-work"),
    (Span(0, 9), Span(12, 20)),
    "alice",
    "own",
)
DATA = SidecarWriter().data(DOCUMENT)


def test_it_reads_what_the_program_writes() -> None:
    own = read_own_layout(DATA, ARTICLE)
    assert own is not None
    assert own.document == DOCUMENT
    assert {id: DATA.decode().split("\n")[line - 1] for id, line in own.lines.items()} == {
        "k7q2mx": "- id: k7q2mx",
        "p3 v": '- id: "p3 v"',
        "r": "- id: r",
    }


@pytest.mark.parametrize(
    "altered",
    [
        DATA + b"more: 1\n",
        DATA + b"\n",
        DATA.replace(b"status: in-work", b'status: "in-work"'),
        DATA.replace(b"kind: event", b"kind:  event"),
        DATA.replace(b"low: 2000", b"low: 02000"),
        DATA.replace(b"low: 2000", b"low: [1]"),
        DATA.replace(b"start: 0\n", b"start: 00\n"),
        DATA.replace(b"end: 36", b"end: 0"),
        DATA.replace(b"end: 36", b"end: 35"),
        DATA.replace(b"length: 40", b"length: 41"),
        DATA.replace(b"story.txt", b"other.txt"),
        DATA.replace(b'id: "p3 v"', b"id: k7q2mx"),
        DATA.replace(b"A note.", b"A \\q note."),
        DATA.replace(b"A note.", b"A \\U00110000 note."),
        DATA.replace(b"A note.", b"A \\Uffffffff note."),
        DATA.replace(b"A note.", b"A \\ud800 note."),
        DATA.replace(b"A note.", b"A \xff note."),
        DATA.replace(b"A note.", b"A\\x20note."),
        DATA.replace(b"version: 1", b"version: 2"),
        DATA.replace(b"status: in-work", b'status: ""'),
        DATA.replace(b'label: "true"', b'label: ""'),
        DATA.replace(b"- id: r\n", b"- id: k7q2mx\n"),
        DATA.replace(b"- [0, 9]\n- [12, 20]", b"- [12, 20]\n- [0, 9]"),
        DATA.replace(b"- [0, 9]\n- [12, 20]", b"- [0, 9]\n- [9, 20]"),
        b"",
    ],
)
def test_what_is_not_in_its_place_to_the_byte_is_left_to_yaml(altered: bytes) -> None:
    assert altered != DATA
    assert read_own_layout(altered, ARTICLE) is None


def test_an_end_past_the_end_of_the_article_is_left_to_yaml() -> None:
    last = Annotation("a", "claim", Span(25, len(ARTICLE.text)))
    data = SidecarWriter().data(Document(ARTICLE, MappingProxyType({"a": last})))
    assert read_own_layout(data, ARTICLE) is not None
    assert read_own_layout(data.replace(b"end: 40", b"end: 99"), ARTICLE) is None


def test_displaced_annotations_and_unknown_keys_are_left_to_yaml() -> None:
    lost = Annotation("a", "claim", Span(0, 4), displaced=Excerpt("other"))
    odd = Annotation("a", "claim", Span(0, 4), extra={"odd": 1})
    for annotation in (lost, odd):
        data = SidecarWriter().data(Document(ARTICLE, MappingProxyType({"a": annotation})))
        assert read_own_layout(data, ARTICLE) is None


@given(position=st.integers(0, len(DATA) - 1), new=st.binary(max_size=2), gone=st.integers(0, 12))
def test_a_damaged_file_is_never_read_as_something_else(
    position: int, new: bytes, gone: int, tmp_path_factory: pytest.TempPathFactory
) -> None:
    data = DATA[:position] + new + DATA[position + gone :]
    own = read_own_layout(data, ARTICLE)
    if own is not None:
        path: Path = tmp_path_factory.getbasetemp() / "damaged.annotations.yaml"
        path.write_bytes(data)
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(sidecar_reading, "read_own_layout", lambda *_: None)
            try:
                assert read_sidecar(path, ARTICLE).document == own.document
            except SidecarError as error:
                pytest.fail(f"the fast reader took what YAML refuses: {error}")
