"""The fast readers: take what lies there as the program writes it, and nothing that YAML would read otherwise."""

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
from annotator.storage.files.file_error import SidecarError
from annotator.storage.sidecars import sidecar_reading
from annotator.storage.sidecars.canonical_layout import MOST_BLOCKS, CanonicalLayout, canonical_layout
from annotator.storage.sidecars.sidecar_files import ReadSidecar, SidecarWriter, read_sidecar
from annotator.storage.yaml.lined_mapping import YamlError
from annotator.storage.yaml.rest_of_yaml import RestOfYaml

ARTICLE = Article.of("story.txt", 'Thousands leave “Aleppo”\n\nand "all" \\ 👩.')
DOCUMENT = Document(
    ARTICLE,
    MappingProxyType(
        {
            "k7q2mx": Annotation(
                "k7q2mx",
                "claim",
                Span(0, 36),
                {"kind": "event", "low": 2000, "a b": "c: d", "many": ["x", 1.5]},
                "A note.",
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


IDS = {"k7q2mx", "p3 v", "r"}


def nothing_taken(data: bytes, article: Article) -> CanonicalLayout:
    """As if nothing in the file were in the program's own layout."""
    return CanonicalLayout({}, (), {}, "", RestOfYaml.whole(data))


def as_yaml(path: Path, article: Article = ARTICLE) -> ReadSidecar | None:
    """The file without the fast readers; None where it is refused."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(sidecar_reading, "canonical_sidecar", not_own)
        patch.setattr(sidecar_reading, "canonical_layout", nothing_taken)
        return read(path, article)


def not_own(data: bytes, article: Article, wanted: object = ()) -> None:
    """As if the file were not the program's own from its beginning to its end."""


def in_blocks(path: Path, article: Article = ARTICLE) -> ReadSidecar | None:
    """The file with the fast reader of blocks alone."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(sidecar_reading, "canonical_sidecar", not_own)
        return read(path, article)


def read(path: Path, article: Article = ARTICLE) -> ReadSidecar | None:
    try:
        return read_sidecar(path, article)
    except SidecarError:
        return None


def taken(data: bytes, article: Article = ARTICLE) -> set[str]:
    """The ids of what the fast reader takes."""
    own = canonical_layout(data, article)
    return {id for items in own.items.values() for id in items}


def test_it_takes_all_that_the_program_writes() -> None:
    own = canonical_layout(DATA, ARTICLE)
    assert (own.items, own.read) == (DOCUMENT.items, DOCUMENT.read)
    assert {id: DATA.decode().split("\n")[line - 1] for id, line in own.lines.items()} == {
        "k7q2mx": "- id: k7q2mx",
        "p3 v": '- id: "p3 v"',
        "r": "- id: r",
    }


@pytest.mark.parametrize(
    ("altered", "left"),
    [
        (DATA.replace(b"kind: event", b"kind:  event"), "k7q2mx"),
        (DATA.replace(b"low: 2000", b"low: 02000"), "k7q2mx"),
        (DATA.replace(b"low: 2000", b"low: [1]"), "k7q2mx"),
        (DATA.replace(b"low: 2000", b"low: {a: 1}"), "k7q2mx"),
        (DATA.replace(b"low: 2000", b"low: 2000\n    low: 2000"), "k7q2mx"),
        (DATA.replace(b"start: 0\n", b"start: 00\n"), "k7q2mx"),
        (DATA.replace(b"end: 36", b"end: 0"), "k7q2mx"),
        (DATA.replace(b"end: 36", b"end: 35"), "k7q2mx"),
        (DATA.replace(b"end: 24", b"end: 99"), "p3.v"),
        (DATA.replace(b"A note.", b"A \\q note."), "k7q2mx"),
        (DATA.replace(b"A note.", b"A \\U00110000 note."), "k7q2mx"),
        (DATA.replace(b"A note.", b"A \\Uffffffff note."), "k7q2mx"),
        (DATA.replace(b"A note.", b"A \\ud800 note."), "k7q2mx"),
        (DATA.replace(b"A note.", b"A \xff note."), "k7q2mx"),
        (DATA.replace(b"A note.", b"A\\x20note."), "k7q2mx"),
        (DATA.replace(b"A note.", b""), "k7q2mx"),
        (DATA.replace(b'note: "A note."', b"note: A note."), "k7q2mx"),
        (DATA.replace(b'note: "A note."', b'created: "x"\n  note: "A note."'), "k7q2mx"),
        (DATA.replace(b'note: "A note."', b'note: "A note." # mine'), "k7q2mx"),
        (DATA.replace(b'note: "A note."', b'note: "A note."\n# mine'), ""),
        (DATA.replace(b'label: "true"', b'label: ""'), "p3.v"),
        (DATA.replace(b'label: "true"', b"label: true"), "p3.v"),
        (DATA.replace(b"  type: via", b"  from: a\n  type: via"), "r"),
        (DATA.replace(b"  to: ", b"  to: x\n  to: "), "r"),
        (DATA.replace(b"- id: r\n", b"- id: k7q2mx\n"), "r"),
        (DATA.replace(b"- id: r\n", b"- id: r\n\n"), "r"),
        (DATA.replace(b"\n", b"\r\n"), "k7q2mx p3.v r"),
    ],
)
def test_a_block_that_differs_by_as_much_as_a_byte_is_left_to_yaml(altered: bytes, left: str, tmp_path: Path) -> None:
    assert altered != DATA
    assert taken(altered) == IDS - {word.replace(".", " ") for word in left.split()}
    path = tmp_path / "altered.annotations.yaml"
    path.write_bytes(altered)
    assert read(path) == in_blocks(path) == as_yaml(path)


@pytest.mark.parametrize(
    "altered",
    [
        DATA + b"more: 1\n",
        DATA + b"\n",
        DATA + b"read:\n- [0, 3]\n",
        DATA + b"annotations:\n- id: x\n",
        DATA + b"- oops\n",
        DATA + b"  oops\n",
        DATA + b"...\n",
        DATA + b"---\na: 1\n",
        DATA.replace(b"status: in-work", b'status: "in-work"'),
        DATA.replace(b"length: 40", b"length: 41"),
        DATA.replace(b"story.txt", b"other.txt"),
        DATA.replace(b"version: 1", b"version: 2"),
        DATA.replace(b"status: in-work", b"status: |\n  in-work"),
        DATA.replace(b"status: in-work", b'status: "in-work'),
        DATA.replace(b"status: in-work", b'status: "in-work').replace(b"relations:", b'r: "\nrelations:'),
        DATA.replace(b"annotations:\n", b"annotations: # all\n"),
        DATA.replace(b"annotations:\n", b"x:\n  annotations:\n").replace(b"x:\n", b"annotations:\n- 1\nx:\n"),
        DATA.replace(b"annotations:\n", b"other: |\n x\nannotations:\n"),
        DATA.replace(b"relations:\n", b'relations:\n- id: odd\n  text: "\n').replace(b"read:\n", b'"\nread:\n'),
        DATA.replace(b"- [0, 9]\n- [12, 20]", b"- [12, 20]\n- [0, 9]"),
        DATA.replace(b"- [0, 9]\n- [12, 20]", b"- [0, 9]\n- [9, 20]"),
        DATA.replace(b"- [0, 9]\n", b"- [9, 0]\n"),
        DATA.replace(ARTICLE.sha256.encode(), b"0" * 64),
        DATA.replace(ARTICLE.sha256.encode(), b""),
        DATA.replace(b"article:\n", b"article: &a\n"),
        b"",
        b"- id: a\n",
    ],
)
def test_the_rest_is_read_as_if_nothing_had_been_taken_out_of_it(altered: bytes, tmp_path: Path) -> None:
    path = tmp_path / "altered.annotations.yaml"
    path.write_bytes(altered)
    assert read(path) == in_blocks(path) == as_yaml(path)


@pytest.mark.parametrize(
    "between", ["\r", "# mine\n", "\n# mine\n\n", "#\r", "\u2028", "#\u2028", "#\x85", "\t\n", "\t"]
)
@pytest.mark.parametrize("before", ["  after:", "  attributes:", "  created:", "  type:", "- id: r"])
def test_what_stands_between_the_lines_of_a_block_does_not_end_it(before: str, between: str, tmp_path: Path) -> None:
    path = tmp_path / "between.annotations.yaml"
    path.write_bytes(DATA.replace(f"\n{before}".encode(), f"\n{between}{before}".encode()))
    assert path.read_bytes() != DATA
    assert read(path) == in_blocks(path) == as_yaml(path)


def test_a_block_inside_quotation_marks_is_not_an_annotation(tmp_path: Path) -> None:
    path = tmp_path / "quoted.annotations.yaml"
    path.write_bytes(DATA.replace(b"annotations:\n", b'x: "\nannotations:\n').replace(b"relations:", b'"\nrelations:'))
    found = read(path)
    assert found is None or not found.document.annotations
    assert found == as_yaml(path)


def test_annotations_of_an_older_text_are_taken_as_displaced() -> None:
    newer = Article.of("story.txt", ARTICLE.text + "!")
    assert taken(DATA, newer) == IDS
    displaced = canonical_layout(DATA, newer).items[Annotation]["p3 v"].displaced
    assert displaced is not None
    assert (displaced.text, displaced.sha256) == (ARTICLE.text[16:24], ARTICLE.sha256)


def test_annotations_that_lost_their_place_are_taken_but_not_where_that_is_a_problem() -> None:
    for excerpt, ids in (
        (Excerpt("other", "a", "b", "moved", "0" * 64), {"a"}),
        (Excerpt("other", "", "", "", "0" * 64), {"a"}),
        (Excerpt("other"), set()),
        (Excerpt("Thou", verdict="moved"), {"a"}),
        (Excerpt("Thou", verdict="moved", sha256=ARTICLE.sha256), set()),
    ):
        lost = Annotation("a", "claim", Span(0, 4), displaced=excerpt, extra={"odd": [1]})
        data = SidecarWriter().data(Document(ARTICLE, MappingProxyType({"a": lost})))
        assert taken(data) == ids
        assert not ids or canonical_layout(data, ARTICLE).items[Annotation]["a"] == lost


def test_far_too_many_are_refused_at_once() -> None:
    data = b"annotations:\n" + b"- id: a\n" * (MOST_BLOCKS + 1)
    with pytest.raises(YamlError, match="more than 150,000"):
        canonical_layout(data, ARTICLE)


@given(position=st.integers(0, len(DATA) - 1), new=st.binary(max_size=2), gone=st.integers(0, 12))
def test_a_damaged_file_is_never_read_as_something_else(
    position: int, new: bytes, gone: int, tmp_path_factory: pytest.TempPathFactory
) -> None:
    path: Path = tmp_path_factory.getbasetemp() / "damaged.annotations.yaml"
    path.write_bytes(DATA[:position] + new + DATA[position + gone :])
    assert read(path) == in_blocks(path) == as_yaml(path)


@given(lines=st.permutations([*DATA.splitlines(keepends=True)[9:], b'  text: "x\n', b'"\n', b"- id: k7q2mx\n"]))
def test_whatever_the_order_of_the_lines_it_is_read_as_yaml_would_be(
    tmp_path_factory: pytest.TempPathFactory, lines: list[bytes]
) -> None:
    path: Path = tmp_path_factory.getbasetemp() / "shuffled.annotations.yaml"
    path.write_bytes(b"".join([*DATA.splitlines(keepends=True)[:9], *lines]))
    assert read(path) == in_blocks(path) == as_yaml(path)
