"""CoNLL files, read as IOB2 by seqeval and by the plainest of readers, and taken in again."""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given

from annotator.interop.foreign.errors import ForeignError
from annotator.interop.format import Incoming
from annotator.interop.formats.conll import tokens as conll_tokens
from annotator.interop.formats.conll.format import FORMAT, IRREGULAR, RENAMED
from annotator.interop.options import Options
from annotator.interop.report import LEFT_OUT, Report
from annotator.model.annotation import Annotation, Value
from annotator.model.document import Document
from annotator.model.entry import Entry
from annotator.model.span import Span
from annotator.storage.files.file_error import FileError
from annotator.storage.schemes.scheme_lookup import built_in_scheme
from tests.support.document_strategies import documents
from tests.support.hard_entries import ARABIC, CHINESE, LATIN, annotation, document, exported, hard_entries

KEPT = {"p1", "c1", "c2", "f2", "q1", "s3", "u1"}
"""What is left of the first of the hard entries where annotations of one label overlap."""


def read(path: Path, report: Report | None = None) -> list[Incoming]:
    assert FORMAT.read
    return list(FORMAT.read(path, report or Report()))


def sentences(file: Path) -> list[tuple[list[str], list[str]]]:
    """As a reader does it who splits at blanks, takes the first column and the last, and knows no comments."""
    blocks = file.read_text("utf-8").split("\n\n")
    rows = [[line.split() for line in block.split("\n") if line] for block in blocks]
    return [([row[0] for row in block], [row[-1] for row in block]) for block in rows if block]


def squeezed(text: str) -> str:
    return "".join(text.split())


def entry_of(text: str, *items: Annotation) -> Entry:
    return Entry("a.txt", document("a.txt", text, *items), built_in_scheme())


@pytest.mark.parametrize("label", ["claim", "source", "figure", "cue", "quote", "part"])
def test_seqeval_finds_every_annotation(tmp_path: Path, label: str) -> None:
    pytest.importorskip("seqeval")
    from seqeval.metrics.sequence_labeling import get_entities
    from seqeval.scheme import IOB2, Entities

    exported("conll", tmp_path)
    read_back = sentences(tmp_path / f"{label}.conll")
    found = [
        (type, squeezed("".join(tokens[first : last + 1])))
        for tokens, tags in read_back
        for type, first, last in get_entities(tags)
    ]
    ours = [
        (label, squeezed(item.span.of(entry.text)))
        for entry in hard_entries()
        for item in entry.annotations
        if item.label == label and (item.id in KEPT or entry.path != "aleppo.txt")
    ]
    assert found == ours
    strictly = Entities([tags for _, tags in read_back], IOB2)
    assert sum(map(len, strictly.entities)) == len(ours)


def test_every_file_has_every_token_of_every_document(tmp_path: Path) -> None:
    exported("conll", tmp_path)
    columns = [[tokens for tokens, _ in sentences(file)] for file in tmp_path.glob("*.conll")]
    assert len(columns) == 6
    assert columns.count(columns[0]) == 6
    words = "".join(squeezed("".join(tokens)) for tokens in columns[0] if tokens[0] != "#")
    assert words == squeezed("".join(entry.text for entry in hard_entries()))


def test_what_overlaps_in_one_label_is_left_out(tmp_path: Path) -> None:
    report = exported("conll", tmp_path)
    lost = [(loss.id, loss.why) for loss in report.losses if loss.kind == "annotation" and loss.what == LEFT_OUT]
    assert sorted(lost) == [(id, conll_tokens.OVERLAPPING) for id in ("f1", "s1", "s2")]
    assert (report.documents, report.annotations, report.relations) == (4, 15, 0)
    assert {"its attributes are left out", "its note is left out"} <= {loss.why for loss in report.losses}


def test_what_is_no_token_is_reported(tmp_path: Path) -> None:
    items = [Annotation("a", "claim", Span(3, 4)), Annotation("b", "source", Span(0, 4))]
    report = exported("conll", tmp_path, entries=[entry_of("One two\n", *items)])
    assert [(loss.id, loss.why) for loss in report.losses] == [("b", conll_tokens.TRIMMED), ("a", conll_tokens.BLANK)]
    assert [file.name for file in tmp_path.glob("*")] == ["source.conll"]


def test_a_token_is_cut_where_an_annotation_ends(tmp_path: Path) -> None:
    exported("conll", tmp_path, entries=[entry_of("unbelievable", annotation("a", "cue", "unbelievable", "believ"))])
    assert sentences(tmp_path / "cue.conll")[1] == (["un", "believ", "able"], ["O", "B-cue", "O"])


def test_a_line_ends_a_sentence_unless_an_annotation_goes_on(tmp_path: Path) -> None:
    text = "One.\nTwo.\nThree.\n"
    exported("conll", tmp_path, entries=[entry_of(text, annotation("a", "part", text, "One.\nTwo"))])
    assert [tokens for tokens, _ in sentences(tmp_path / "part.conll")][1:] == [
        ["One", ".", "Two", "."],
        ["Three", "."],
    ]


def test_everything_but_the_blanks_comes_back(tmp_path: Path) -> None:
    exported("conll", tmp_path / "out")
    report = Report()
    back = read(tmp_path / "out", report)
    assert report.is_whole
    assert [(incoming.path, incoming.annotator) for incoming in back] == [
        (entry.path, entry.document.annotator) for entry in hard_entries()
    ]
    for entry, incoming in zip(hard_entries(), back, strict=True):
        assert incoming.text is not None
        assert squeezed(incoming.text) == squeezed(entry.text)
        kept = [item for item in entry.annotations if item.id in KEPT or entry.path != "aleppo.txt"]
        ours = {(item.label, squeezed(item.span.of(entry.text))) for item in kept}
        assert {(item.label, squeezed(item.span.of(incoming.text))) for item in incoming.annotations} == ours
        assert len(incoming.annotations) == len(ours)


@given(documents())
def test_any_document_comes_back(drawn: Document) -> None:
    entry = Entry("a\tb.txt", drawn, built_in_scheme())
    with TemporaryDirectory() as folder:
        report = exported("conll", Path(folder, "out"), entries=[entry])
        if not report.annotations:
            return
        again = Report()
        (back,) = read(Path(folder, "out"), again)
    lost = {loss.id for loss in report.losses if loss.what == LEFT_OUT}
    assert again.is_whole
    assert (back.path, back.annotator) == (entry.path, drawn.annotator)
    assert back.text is not None
    assert squeezed(back.text) == squeezed(entry.text)
    ours = sorted((item.label, squeezed(item.span.of(entry.text))) for item in entry.annotations if item.id not in lost)
    assert sorted((item.label, squeezed(item.span.of(back.text))) for item in back.annotations) == ours


def test_labels_that_are_no_plain_words_come_back(tmp_path: Path) -> None:
    labels = ["Цитата", "a claim", "A_claim", "-x", "../../up", "x" * 300, "a\0"]
    items = [Annotation(f"i{at}", label, Span(at, at + 1)) for at, label in enumerate(labels)]
    exported("conll", tmp_path / "out", entries=[entry_of("abcdefghi", *items)])
    names = {file.name for file in tmp_path.rglob("*.conll")}
    assert names == {
        "name.conll",
        "a_claim.conll",
        "A_claim-2.conll",
        "x.conll",
        "up.conll",
        "a.conll",
        f"{'x' * 60}.conll",
    }
    assert sentences(tmp_path / "out" / "name.conll")[1][1][0] == "B-Цитата"
    (back,) = read(tmp_path / "out")
    assert [item.label for item in back.annotations] == labels


@pytest.mark.parametrize("path", ["a\nb.txt", "a.txt\tO", '"a".txt', " a.txt", "a\u2028b.txt", "a 👩‍👧.txt"])
def test_paths_of_any_kind_come_back(tmp_path: Path, path: str) -> None:
    item = annotation("a", "cue\u2028 or so", "One two", "two")
    exported("conll", tmp_path, entries=[Entry(path, document("a.txt", "One two", item), built_in_scheme())])
    (back,) = read(tmp_path)
    assert (back.path, back.text, [item.label for item in back.annotations]) == (path, "One two", [item.label])


def test_each_split_has_files_of_its_own(tmp_path: Path) -> None:
    splits = {"aleppo.txt": "train", "news/arabic.txt": "dev", "chinese.md": "test", "empty.txt": "train"}
    exported("conll", tmp_path, Options(splits=splits, labels=frozenset({"claim", "cue"})))
    names = sorted(file.name for file in tmp_path.glob("*"))
    assert names == [f"{label}.{split}.conll" for label in ("claim", "cue") for split in ("dev", "test", "train")]
    assert [incoming.path for incoming in read(tmp_path)] == [
        "news/arabic.txt",
        "chinese.md",
        "aleppo.txt",
        "empty.txt",
    ]


def test_the_same_documents_give_the_same_bytes(tmp_path: Path) -> None:
    for name in ("one", "two"):
        exported("conll", tmp_path / name)
    for file in (tmp_path / "one").iterdir():
        assert file.read_bytes() == (tmp_path / "two" / file.name).read_bytes()


@pytest.mark.parametrize(
    ("tags", "found", "irregular"),
    [
        ("B-X I-X O B-X", ["a b", "d"], 0),
        ("I-X I-X O I-X", ["a b", "d"], 0),
        ("I-X B-X I-Y O", ["a", "b", "c"], 0),
        ("B-X I-X O I-X", ["a b", "d"], 1),
        ("B-X I-Y I-Y O", ["a", "b c"], 1),
        ("B-X E-X S-X O", ["a b", "c"], 0),
        ("B-X L-X U-X O", ["a b", "c"], 0),
        ("B-X O E-X S-X", ["a", "c", "d"], 2),
        ("B-X M-X E-X O", ["a b c"], 0),
        ("B I O B", ["a b", "d"], 0),
    ],
)
def test_other_schemes_of_tags_are_understood(tmp_path: Path, tags: str, found: list[str], irregular: int) -> None:
    rows = [f"{token} NN {tag}" for token, tag in zip("abcd", tags.split(), strict=True)]
    (tmp_path / "ned.conll").write_text("-DOCSTART- -X- O\r\n\r\n" + "\r\n".join(rows), "utf-8")
    report = Report()
    (back,) = read(tmp_path / "ned.conll", report)
    assert (back.path, back.text) == ("ned.txt", "a b c d")
    assert [item.span.of("a b c d") for item in back.annotations] == found
    assert [loss.why for loss in report.losses] == [IRREGULAR] * irregular


def test_documents_of_others_are_told_apart(tmp_path: Path) -> None:
    lines = "\ufeff# a comment\n-DOCSTART-\tO\n\nNew York\tB-LOC\n#\tO\n\nx\tO\n-DOCSTART-\tO\n\ny\tB-PER\n"
    (tmp_path / "eng.train.conll").write_text(lines, "utf-8")
    one, two = read(tmp_path)
    assert (one.path, one.text) == ("eng.train.txt", "New York #\nx")
    assert (two.path, two.text) == ("eng.train-2.txt", "y")
    assert [(item.label, item.span) for item in one.annotations] == [("LOC", Span(0, 8))]


def test_offsets_put_the_text_together_again(tmp_path: Path) -> None:
    lines = "One\t0\t3\tB-X\n,\t3\t4\tO\n\nTwo\t6\t9\tI-X\n"
    (tmp_path / "a.conll").write_text(lines, "utf-8")
    (back,) = read(tmp_path)
    assert back.text == "One,\n Two"


def test_files_of_the_same_documents_only_are_put_together(tmp_path: Path) -> None:
    exported("conll", tmp_path)
    content = (tmp_path / "cue.conll").read_text("utf-8")
    (tmp_path / "cue.conll").write_text(content.replace("Peter\tO\n", ""), "utf-8")
    report = Report()
    assert [incoming.path for incoming in read(tmp_path, report)] == ["news/arabic.txt", "chinese.md", "empty.txt"]
    assert [problem.path.name for problem in report.problems] == ["cue.conll"]
    assert "not have the same documents as claim.conll" in report.problems[0].sentence
    (tmp_path / "cue.conll").write_text(content.partition("# path: empty")[0], "utf-8")
    assert len(read(tmp_path, report := Report())) == 3
    assert "not have the same documents" in report.problems[0].sentence


@pytest.mark.parametrize(
    ("data", "line", "about"),
    [
        (b"One\tO\nTwo\n", 2, "has no tag, such as O, B-PER or I-PER, after a tab"),
        (b"One\tB-X\nTwo\tQ-X\n", 2, "has no tag, such as O, B-PER or I-PER, after a tab"),
        (b"One\tO\n\xff\tO\n", 2, "not UTF-8"),
        (b"One\tO\nTw\ro\tO\n", 2, "not text"),
        (b"One\tO\nTw\0o\tO\n", 2, "not text"),
        (b"x" * 1_100_000 + b"\tO\n", 1, "longer than 1 MiB"),
        (b"One\t0\t3\tO\nTwo\t2\t5\tO\n", 2, "do not fit"),
        (b"One\t0\t4\tO\n", 1, "do not fit"),
        (b"One\t99999999999999\t99999999999999\tO\n", 1, "do not fit"),
        (b"One\t999999999990\t999999999993\tO\n", 1, "do not fit"),
    ],
)
def test_bad_files_get_a_sentence(tmp_path: Path, data: bytes, line: int, about: str) -> None:
    (tmp_path / "in.conll").write_bytes(data)
    with pytest.raises(ForeignError, match=about) as caught:
        read(tmp_path)
    assert (caught.value.place, caught.value.line) == (f"in.conll, line {line}", line)
    assert caught.value.sentence.endswith(("…", "."))


def test_bad_folders_get_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(ForeignError, match="no file in it"):
        read(tmp_path)
    with pytest.raises(FileError, match="not there"):
        read(tmp_path / "none.conll")
    os.mkfifo(tmp_path / "pipe.conll")
    with pytest.raises(FileError, match="a pipe"):
        read(tmp_path)


def test_texts_of_all_scripts_are_there(tmp_path: Path) -> None:
    exported("conll", tmp_path)
    content = (tmp_path / "claim.conll").read_text("utf-8")
    assert "cafe\u0301s\tI-claim\n" in content
    assert "نحو\tB-claim\n" in content
    assert "𠮷\tB-claim\n" in content
    assert {LATIN, ARABIC, CHINESE} == {replace(entry).text for entry in hard_entries()[:3]}


def test_a_label_that_a_tag_can_have_stays_whole_and_another_is_told(tmp_path: Path) -> None:
    long, odd = "Organisation" * 10, "eine Organisation"
    items = (Annotation("a", long, Span(0, 9)), Annotation("b", odd, Span(0, 9)))
    entry = Entry("a.txt", document("a.txt", LATIN, *items), built_in_scheme())
    report = exported("conll", tmp_path, entries=[entry])
    assert [(loss.id, loss.why) for loss in report.losses] == [("b", RENAMED)]
    assert any(f"\tB-{long}\n" in file.read_text("utf-8") for file in tmp_path.glob("*.conll"))


CORPUS = (
    "-DOCSTART-\tO\n\nDr.\tB-PER\nWeiß-Müller's\tI-PER\nAT&T-Aktie\tB-ORG\nstieg\tO\n(\tO\n3,2\tO\n%\tO\n)\tO\n.\tO\n"
    "\nقال\tO\nالوزير:\tB-PER\n...\tO\n"
)


@pytest.mark.parametrize(
    ("corpus", "kept"),
    [
        (CORPUS, "at-blanks"),
        ("One two\tB-X\nthree\tO\n", "0-7 8-13"),
        ("Don\t0\t3\tB-X\n't\t3\t5\tI-X\n\n.\t5\t6\tO\n", "0-3 3-5 5-6"),
    ],
)
def test_an_imported_corpus_keeps_its_own_tokens(tmp_path: Path, corpus: str, kept: str) -> None:
    (tmp_path / "in.conll").write_text(corpus, "utf-8")
    (incoming,) = read(tmp_path / "in.conll")
    assert incoming.extra == {"x-conll": {"tokens": kept}}
    assert incoming.text
    came = replace(document("a.txt", incoming.text, *incoming.annotations), extra=incoming.extra)
    report = exported("conll", tmp_path / "out", entries=[Entry("a.txt", came, built_in_scheme())])
    assert "unknown keys" not in report.not_carried
    tokens = [line.split("\t")[0] for line in corpus.splitlines() if line and not line.startswith("-DOC")]
    for file in (tmp_path / "out").glob("*.conll"):
        lines = file.read_text("utf-8").splitlines()
        assert [line.split("\t")[0] for line in lines if line and not line.startswith("# ")] == tokens


def test_an_annotation_within_a_kept_token_divides_it(tmp_path: Path) -> None:
    came = replace(
        document("a.txt", "Weiß-Müller kam", Annotation("a", "PER", Span(5, 11))),
        extra={"x-conll": {"tokens": "at-blanks"}},
    )
    exported("conll", tmp_path, entries=[Entry("a.txt", came, built_in_scheme())])
    assert "\nWeiß-\tO\nMüller\tB-PER\nkam\tO\n" in (tmp_path / "PER.conll").read_text("utf-8")


@pytest.mark.parametrize("kept", ["0-4 4-99", "0-4", "x", "4-2 2-15", 5, ["0-4"], {"a": 1}, None])
def test_kept_tokens_that_do_not_fit_are_not_used(tmp_path: Path, kept: Value) -> None:
    came = replace(
        document("a.txt", "Weiß-Müller kam", Annotation("a", "PER", Span(0, 4))), extra={"x-conll": {"tokens": kept}}
    )
    exported("conll", tmp_path, entries=[Entry("a.txt", came, built_in_scheme())])
    assert "\nWeiß\tB-PER\n" in (tmp_path / "PER.conll").read_text("utf-8")
