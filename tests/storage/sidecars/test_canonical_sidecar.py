"""Small sidecars of the program's own are read in one go, and read as YAML would be or not at all."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.model.annotation import Annotation, Relation
from annotator.model.article import Article
from annotator.model.document import DONE, Document, Status
from annotator.model.span import Span
from annotator.storage.articles.article_reading import read_article
from annotator.storage.files.file_error import SidecarError
from annotator.storage.sidecars import canonical_layout as canonical_layout
from annotator.storage.sidecars import canonical_sidecar as canonical_sidecar
from annotator.storage.sidecars.sidecar_files import ReadSidecar, SidecarWriter, read_sidecar, sidecar_path
from tests.support.document_strategies import documents
from tests.support.paths import ROOT

ARTICLE = Article.of("story.txt", "Thousands leave\n\nAleppo, he said.")
SAMPLES = ROOT / "sample_articles"
ABOUT = {"origin": {"file": "a.html", "made_by": "x 2.3", "sha256": "0f"}, "outlet": "The Daily"}
DOCUMENT = Document(
    ARTICLE,
    {
        "a": Annotation(
            "a",
            "claim",
            Span(0, 23),
            {"counted": "Many people", "kind": "event", "low": 2000, "made": "2016-12-15", "share": 0.5, "sure": True},
            "A note.",
            "rule:figure",
            "2026-11-22T06:21:20Z",
            "2026-11-22T06:25:02Z",
        ),
        "b": Annotation("b", "source", Span(25, 27)),
        "c": Annotation("c", "source", Span(25, 27), {"entity": 'He, "the"'}, "A\\B\tC"),
        "d": Annotation("d", "claim", Span(0, 9), {"many": ["a", "b"]}, extra={"odd": "x"}),
    },
    {"r": Relation("r", "via", "a", "b"), "s": Relation("s", "via", "b", "a", extra={"odd": "x"})},
    Status(DONE),
    (Span(0, 9), Span(12, 20)),
    "alice",
    "own",
    ABOUT,
    encoding="cp1252",
)
DATA = SidecarWriter().data(DOCUMENT)


@contextmanager
def without_the_fast_readers() -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(canonical_sidecar, "MOST_BYTES", -1)
        patch.setattr(canonical_layout, "LONGEST_BLOCK", -1)
        yield


def read(path: Path, article: Article = ARTICLE) -> ReadSidecar | None:
    try:
        return read_sidecar(path, article)
    except SidecarError:
        return None


def check(path: Path, data: bytes, article: Article = ARTICLE) -> None:
    """What is read in one go is what YAML gives."""
    path.write_bytes(data)
    found = canonical_sidecar.canonical_sidecar(data, article)
    with without_the_fast_readers():
        slow = read(path, article)
    assert read(path, article) == slow
    if found:
        assert slow
        assert (found.document, found.lines, found.made_on) == (slow.document, slow.lines, slow.sha256)
        assert (slow.problems, slow.newer) == ((), False)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "story.annotations.yaml"


def test_all_that_the_program_writes_is_taken(path: Path) -> None:
    found = canonical_sidecar.canonical_sidecar(DATA, ARTICLE)
    assert found
    assert found.document == DOCUMENT
    assert {id: DATA.decode().split("\n")[line - 1] for id, line in found.lines.items()} == {
        id: f"- id: {id}" for id in "abcdrs"
    }
    check(path, DATA)


@pytest.mark.parametrize("article", sorted(SAMPLES.glob("*.txt")), ids=lambda path: path.stem)
def test_the_sample_articles_are_taken(article: Path) -> None:
    sidecar = sidecar_path(article)
    if sidecar.exists():
        assert canonical_sidecar.canonical_sidecar(sidecar.read_bytes(), read_article(article).article)


@given(document=documents())
def test_what_is_taken_is_what_was_written(document: Document, tmp_path_factory: pytest.TempPathFactory) -> None:
    data = SidecarWriter().data(document)
    found = canonical_sidecar.canonical_sidecar(data, document.article)
    assert found is None or found.document == document
    check(tmp_path_factory.getbasetemp() / "own.annotations.yaml", data, document.article)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        *(
            (b"id: a\n", b"id: true\n"),
            (b"id: b\n", b"id: null\n"),
            (b"label: source", b"label: null"),
            (b"via", b"true"),
            (b"from: a", b"from: null"),
        ),
        *((b"id: b\n", b"id: a\n"), (b"id: s\n", b"id: a\n"), (b"  start: 25", b"  start: 025")),
        *((b"end: 23", b"end: 22"), (b"end: 23", b"end: 99"), (b"end: 23", b"end: 0")),
        *((b"A note.", b"A \\x41 note."), (b"A note.", b"A note.\x07"), (b"A note.", "\u0085".encode())),
        *((b'note: "A note."', b'note: ""'), (b'note: "A note."', b"note: plain"), (b'"rule', b"'rule")),
        *(
            (b"kind: event", b'kind: "event"'),
            (b"kind: event", b'kind"'),
            (b"kind: event", b'"kind: event"'),
            (b"kind: event", b"kind: no"),
            (b"kind: event", b"kind:  event"),
        ),
        *((b"kind: event", b"counted: event"), (b"kind: event", b"zoo: event"), (b"kind: event", b"kind: &a b")),
        *((b'"Many people"', b'"Many people'), (b'"Many people"', b'"Many "people"'), (b"low: 2000", b"low: 0x1F")),
        *(
            (b'"Many people"', b'Many people"'),
            (b'"Many people"', b'"'),
            (b'"Many people"', b' "x"'),
            (b'counted: "M', b'"counted": "M'),
            (b'counted: "M', b'no: "M'),
        ),
        *((b"share: 0.5", b"share: 0.50"), (b"share: 0.5", b"share: 1e3"), (b"sure: true", b"sure: yes")),
        *((b"06:21:20Z", b"06:21:20"), (b'"2026-11-22T06:21:20Z"', b"2026-11-22T06:21:20Z")),
        *((b"  encoding", b"  coding"), (b"x 2.3", b"x\\x41"), (b"outlet: ", b"outlet:  "), (b"outlet", b"<<")),
        *((b"version: 1", b"version: 2"), (b"status: done", b"status: yes"), (b"status: done", b'status: ""')),
        *((b'story.txt"\n  sha', b'other.txt"\n  sha'), (b"length: 33", b"length: 033"), (b"Made", b"\x07")),
        *((ARTICLE.sha256.encode(), b"0" * 64), (b"annotator: ", b"annotator:  "), (b'"alice"', b'""')),
        *((b"annotations:\n", b"annotations:\n\n"), (b"annotations:\n", b"annotations:\n# mine\n")),
        *((b"- [12, 20]", b"- [20, 12]"), (b"- [12, 20]", b"- [5, 20]"), (b"- [12, 20]", b"- [12,20]")),
        *(
            (b"read:\n", b"more: 1\nread:\n"),
            (b"relations:\n", b"annotations:\n"),
            (b"  to: b\n", b"  to: b\n  to: a\n"),
        ),
        *((b"\n", b"\r\n"), (b"#", b"\xef\xbb\xbf#"), (b"Many", b"\xff"), (b"2.3", b"2.3\\")),
    ],
)
def test_whatever_is_altered_is_read_as_yaml_would_be(path: Path, old: bytes, new: bytes) -> None:
    assert old in DATA
    check(path, DATA.replace(old, new))
    check(path, DATA.replace(old, new, 1))


@given(position=st.integers(0, len(DATA) - 1), new=st.binary(max_size=2), gone=st.integers(0, 12))
def test_a_damaged_file_is_never_read_as_something_else(
    position: int, new: bytes, gone: int, tmp_path_factory: pytest.TempPathFactory
) -> None:
    check(tmp_path_factory.getbasetemp() / "damaged.annotations.yaml", DATA[:position] + new + DATA[position + gone :])


@given(lines=st.permutations([*DATA.splitlines(keepends=True)[14:34], b'  note: "x\n', b'"\n', b"- id: a\n"]))
def test_whatever_the_order_of_the_lines(lines: list[bytes], tmp_path_factory: pytest.TempPathFactory) -> None:
    all_lines = DATA.splitlines(keepends=True)
    data = b"".join([*all_lines[:14], *lines, *all_lines[34:]])
    check(tmp_path_factory.getbasetemp() / "shuffled.annotations.yaml", data)


def test_a_large_file_is_left_to_the_reader_of_blocks() -> None:
    note = "x" * (canonical_sidecar.MOST_BYTES // 20)
    ids = [f"n{at}" for at in range(20)]
    large = Document(ARTICLE, {id: Annotation(id, "claim", Span(0, 9), note=note) for id in ids})
    data = SidecarWriter().data(large)
    assert canonical_sidecar.canonical_sidecar(data, ARTICLE) is None
    assert canonical_layout.canonical_layout(data, ARTICLE).items == large.items
    small = SidecarWriter().data(Document(ARTICLE, {id: large.annotations[id] for id in ids[1:]}))
    assert canonical_sidecar.canonical_sidecar(small, ARTICLE)


def test_a_file_with_too_many_ranges_is_refused(path: Path) -> None:
    many = b"".join(b"- [%d, %d]\n" % (at, at + 1) for at in range(0, 2 * canonical_layout.MOST_BLOCKS, 2))
    data = SidecarWriter().data(Document(ARTICLE, annotator="alice")) + b"read:\n" + many
    assert len(data) < canonical_sidecar.MOST_BYTES
    assert canonical_sidecar.canonical_sidecar(data + b"- [1, 2]\n", ARTICLE) is None
    check(path, data + b"- [1, 2]\n")


def test_a_line_of_attributes_is_taken_as_a_whole_or_not_at_all(tmp_path: Path) -> None:
    for line in (
        b"Foo:     a: b",
        b"kind: yes",
        b"n: event",
        b'kind: "a" # b',
        b"kind: [event]",
        b"kind: 1e3",
        b"kind: +1",
    ):
        check(tmp_path / "story.annotations.yaml", DATA.replace(b"kind: event", line))
