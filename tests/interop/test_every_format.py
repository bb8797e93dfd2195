"""What must hold for every format: the same bytes for the same documents, no unwanted text, nothing half-done."""

from __future__ import annotations

import zipfile
import zlib
from collections import Counter
from contextlib import suppress
from dataclasses import replace
from io import BytesIO
from operator import attrgetter
from pathlib import Path

import pytest

from annotator.interop.foreign.errors import ForeignError
from annotator.interop.format import ATTRIBUTES, EVIDENCE, IDS, NOTES, RELATION_FACTS, RELATIONS, Format
from annotator.interop.options import Options
from annotator.interop.outgoing.exporting import export
from annotator.interop.outgoing.selection import CONFIDENTIAL
from annotator.interop.registry import MODULES, formats
from annotator.interop.report import LEFT_OUT, Report
from annotator.model.entry import Entry
from annotator.model.items import altered
from annotator.model.kinds.evidence import Evidence
from annotator.model.kinds.kind import Form
from annotator.model.kinds.table import kind_of
from annotator.storage.files.file_error import FileError
from annotator.storage.schemes.scheme_lookup import built_in_scheme
from tests.support.hard_entries import LATIN, document, exported, hard_entries

WRITTEN = [pytest.param(format, id=format.name) for format in formats() if format.write]
READ = [pytest.param(format, id=format.name) for format in formats() if format.read]
BOTH = [pytest.param(format, id=format.name) for format in formats() if format.write and format.read]
HOSTILE = (
    b"",
    b"\0",
    b"\xff\xfe\x00",
    b"{",
    b"[" * 100_000,
    b"<a>" * 100_000,
    b"PK\x03\x04",
    b"T1\tx",
    b"null",
    b"[1]",
)


def needs(format: Format) -> None:
    if format.needs:
        pytest.importorskip(format.needs)


def target_of(format: Format, folder: Path) -> Path:
    return folder / f"out{format.suffix}"


def contents(path: Path) -> dict[str, bytes]:
    """Every file that was written; of archives, every member."""
    files = {p.relative_to(path).as_posix(): p.read_bytes() for p in path.rglob("*") if p.is_file()}
    found = files or {"": path.read_bytes()}
    for name, data in [*found.items()]:
        if zipfile.is_zipfile(BytesIO(data)):
            archive = zipfile.ZipFile(BytesIO(data))
            found |= {f"{name}/{member}": archive.read(member) for member in archive.namelist()}
    return found


def test_each_is_found_by_its_name() -> None:
    assert [format.name for format in formats()][: len(MODULES)] == [*MODULES]


@pytest.mark.parametrize("format", WRITTEN)
def test_the_same_documents_give_the_same_bytes(tmp_path: Path, format: Format) -> None:
    needs(format)
    one, two = tmp_path / "one", tmp_path / "two"
    for folder in (one, two):
        folder.mkdir()
        exported(format.name, target_of(format, folder))
    assert contents(target_of(format, one)) == contents(target_of(format, two))


@pytest.mark.parametrize("format", WRITTEN)
def test_nothing_stays_of_an_export_that_was_ended(tmp_path: Path, format: Format) -> None:
    needs(format)

    def passed(path: str) -> None:
        if path == "chinese.md":
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        export(format, hard_entries(), target_of(format, tmp_path), Options(), passed)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("format", WRITTEN)
def test_no_text_where_none_is_wanted(tmp_path: Path, format: Format) -> None:
    needs(format)
    if not format.textless:
        with pytest.raises(ForeignError):
            exported(format.name, target_of(format, tmp_path), Options(with_text=False))
        return
    bare = [
        Entry(e.path, document(e.document.article.name, e.text, *e.document.annotations.values()), e.scheme)
        for e in hard_entries()
    ]
    exported(format.name, target_of(format, tmp_path), Options(with_text=False), bare)
    for data in contents(target_of(format, tmp_path)).values():
        for words in ("40,000 people", "Red Cross’s president", "ثلاثة آلاف", "红十字会"):
            assert words.encode() not in data
            assert words.encode("unicode_escape").replace(b"\\\\", b"\\") not in data


@pytest.mark.parametrize("format", WRITTEN)
def test_no_documents_at_all_are_no_error(tmp_path: Path, format: Format) -> None:
    needs(format)
    report = exported(format.name, target_of(format, tmp_path), entries=[])
    assert report.is_whole
    assert target_of(format, tmp_path).exists()


@pytest.mark.parametrize("format", WRITTEN)
def test_what_is_said_to_be_lost_is_what_is_lost(tmp_path: Path, format: Format) -> None:
    """Counted, not believed: the reader of the same format finds as many as the report says."""
    needs(format)
    report = exported(format.name, target_of(format, tmp_path))
    left_out = Counter(loss.kind for loss in report.losses if loss.what == LEFT_OUT)
    assert report.annotations == 18 - left_out["annotation"]
    assert report.relations == 5 - left_out["relation"]
    assert report.relations == 0 or RELATIONS in format.carries
    if format.read is None:
        return
    found = [*format.read(target_of(format, tmp_path), Report())]
    assert sum(len(incoming.annotations) for incoming in found) == report.annotations
    assert sum(len(incoming.relations) for incoming in found) == report.relations


@pytest.mark.parametrize("format", BOTH)
def test_the_words_and_the_labels_come_back(tmp_path: Path, format: Format) -> None:
    needs(format)
    report = exported(format.name, target_of(format, tmp_path))
    assert format.read
    altered = {(loss.path, loss.id) for loss in report.losses}
    expected, found = Counter[tuple[str, str]](), Counter[tuple[str, str]]()
    for entry in hard_entries():
        kept = [item for item in entry.annotations if (entry.path, item.id) not in altered]
        expected.update((item.label, packed(item.span.of(entry.text))) for item in kept)
    for incoming in format.read(target_of(format, tmp_path), Report()):
        text = incoming.text or next(entry.text for entry in hard_entries() if entry.path == incoming.path)
        found.update((item.label, packed(item.span.of(text))) for item in incoming.annotations)
    assert not expected - found


def packed(text: str) -> str:
    """Without blanks: a format of tokens has no others than between these."""
    return "".join(text.split())


@pytest.mark.parametrize(
    ("format", "carried"),
    [
        pytest.param(format, carried, id=f"{format.name}-{carried}")
        for format in formats()
        for carried in (NOTES, ATTRIBUTES, IDS)
        if format.write and format.read and carried in format.carries
    ],
)
def test_what_it_says_it_carries_it_carries(tmp_path: Path, format: Format, carried: str) -> None:
    needs(format)
    report = exported(format.name, target_of(format, tmp_path))
    altered = {(loss.path, loss.id) for loss in report.losses}
    pick = {NOTES: attrgetter("note"), ATTRIBUTES: attrgetter("attributes"), IDS: attrgetter("id")}[carried]
    assert format.read
    found = [pick(item) for i in format.read(target_of(format, tmp_path), Report()) for item in i.annotations]
    for entry in hard_entries():
        for item in entry.annotations:
            assert (entry.path, item.id) in altered or pick(item) in found


@pytest.mark.parametrize("format", WRITTEN)
def test_what_a_relation_says_is_carried_or_named_as_lost(tmp_path: Path, format: Format) -> None:
    needs(format)
    entry = hard_entries()[0]
    said = {"sure": True, "words": ["a", "=1"], "share": 0.5}
    link = altered(entry.document.relations["r1"], attributes=said, note="He said so twice.")
    relations = {**entry.document.relations, "r1": link}
    telling = replace(entry, document=replace(entry.document, relations=relations))
    report = exported(format.name, target_of(format, tmp_path), entries=[telling])
    lost = [loss for loss in report.losses if loss.kind == "relation" and loss.id == "r1"]
    assert bool(lost) != (RELATION_FACTS in format.carries)
    if format.read and RELATION_FACTS in format.carries:
        [incoming] = format.read(target_of(format, tmp_path), Report())
        assert (said, "He said so twice.") in [(item.attributes, item.note) for item in incoming.relations]


@pytest.mark.parametrize("data", HOSTILE, ids=range(len(HOSTILE)))
@pytest.mark.parametrize("format", READ)
def test_what_is_no_file_of_it_gets_a_sentence(tmp_path: Path, format: Format, data: bytes) -> None:
    needs(format)
    path = tmp_path / f"in{format.suffix or '.x'}"
    path.write_bytes(data)
    assert said_of(format, path).endswith(".")


def said_of(format: Format, path: Path) -> str:
    """Why it is refused; of a file in which nothing is annotated, that."""
    assert format.read
    try:
        assert not [item for incoming in format.read(path, Report()) for item in incoming.annotations]
    except ForeignError as error:
        return error.sentence
    except FileError as error:
        return error.problem.sentence
    return "Nothing is annotated in it."


@pytest.mark.parametrize("format", WRITTEN)
def test_odd_names_and_labels_do_not_lead_astray(tmp_path: Path, format: Format) -> None:
    """Labels, ids and names of every sort, as a sidecar may have them."""
    needs(format)
    odd = ["../x", "a/b", "", "=1", "a b\tc", "<&>\"'", "👩‍👩‍👧", "CON", "x" * 300, "عربي", "a\u202eb"]
    base = hard_entries()[0].document.annotations["f1"]
    items = [
        altered(base, id=f"{word}{n}", label=f"{word}.", attributes={f"{word}k": [word, n, True, None, {"a": [1.5]}]})
        for n, word in enumerate(odd)
    ]
    entry = Entry("a.txt", document("a.txt", LATIN, *items), built_in_scheme())
    exported(format.name, target_of(format, tmp_path), entries=[entry])
    assert [path.name for path in tmp_path.iterdir()] == [target_of(format, tmp_path).name]


@pytest.mark.parametrize("format", WRITTEN)
def test_two_articles_of_one_stem_are_two(format: Format, tmp_path: Path) -> None:
    needs(format)
    one = hard_entries()[0]
    stem = one.path.rpartition(".")[0]
    other = replace(one, path=f"{stem}.md", shares_stem=True)
    assert one.name != other.name
    exported(format.name, target_of(format, tmp_path), entries=[one, other])
    assert target_of(format, tmp_path).exists()


SECRET = "Quillfeather"


@pytest.mark.parametrize("format", WRITTEN)
def test_confidential_evidence_leaves_in_no_format_and_that_is_said(tmp_path: Path, format: Format) -> None:
    needs(format)
    words = {key.field: f"{SECRET} {key.field}" for key in kind_of(Evidence).keys[3:] if key.form is not Form.FLAG}
    secret = Evidence("secret", ("c1",), "supports", "interview", confidential=True, extra={"x": SECRET})
    open_one = Evidence("open", ("c1",), "supports", "document", title="Ward table")
    pieces = {piece.id: piece for piece in (altered(secret, **words), open_one)}
    entries = [replace(entry, document=entry.document.with_items(Evidence, pieces)) for entry in hard_entries()[:1]]
    target = target_of(format, tmp_path)
    report = exported(format.name, target, Options(), entries)
    written = contents(target)
    assert written
    assert [name for name, data in written.items() if SECRET.lower() in said_in(data)] == []
    assert CONFIDENTIAL in [loss.why for loss in report.losses]
    if EVIDENCE in format.carries:
        assert any("ward table" in said_in(data) for data in written.values())


def said_in(data: bytes) -> str:
    """All text in the data, in small letters; spaCy compresses what it writes."""
    with suppress(zlib.error):
        data = zlib.decompress(data)
    return "\n".join(data.decode(encoding, "replace") for encoding in ("utf-8", "utf-16", "latin-1")).lower()
