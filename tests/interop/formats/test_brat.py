"""brat folders, read and verified by brat itself, checked by its rules, and taken in again."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given

from annotator.interop.foreign.errors import ForeignError
from annotator.interop.format import EXTRA, Incoming
from annotator.interop.formats.brat import reading as brat_reading
from annotator.interop.formats.brat import writing as brat_writing
from annotator.interop.formats.brat.format import FORMAT
from annotator.interop.options import Options
from annotator.interop.outgoing.selection import DANGLING
from annotator.interop.report import ALTERED, LEFT_OUT, Report
from annotator.model.annotation import Annotation, Relation
from annotator.model.document import Document
from annotator.model.entry import Entry
from annotator.model.items import altered
from annotator.model.scheme import AttributeRule, Label, RelationRule, Scheme
from annotator.model.span import Span
from annotator.storage.files.file_error import FileError
from annotator.storage.schemes.scheme_lookup import built_in_scheme
from tests.interop.formats.brat_itself import read_by_brat
from tests.interop.formats.brat_rules import complaints
from tests.support.document_strategies import documents
from tests.support.hard_entries import ARABIC, CHINESE, LATIN, annotation, document, exported, hard_entries

EVENTS = """T1\tPerson 0 5\tMaria
T2\tAttack 6 14\tattacked
T3\tPlace 18 24;30 36\tAleppo Damask
E1\tAttack:T2 Agent:T1 Place2:T3
A1\tNegation E1
A2\tCertainty T1 High
A3\tCertainty T1 Low
M1\tSeen T1
R1\tPart-of Whole:T3 Component:T1
R2\tCauses Arg1:E1 Arg2:T1
*\tEquiv T1 T3
N1\tReference T1 Wikipedia:534366\tMaria the First
#1\tAnnotatorNotes T1\tfirst note
#2\tAnnotatorNotes T1\tsecond note
#3\tAnnotationError E1\tis this one?
"""
TEXT = "Maria attacked in Aleppo and (Damask).\n"


def read(path: Path, report: Report | None = None) -> list[Incoming]:
    assert FORMAT.read
    return list(FORMAT.read(path, report or Report()))


def entry_of(*items: Annotation | Relation, text: str = LATIN, scheme: Scheme | None = None) -> Entry:
    return Entry("a.txt", document("a.txt", text, *items), scheme or built_in_scheme())


def taken_in(incoming: Incoming) -> Entry:
    """What an import would make of it."""
    assert incoming.text is not None
    items = document(incoming.path, incoming.text, *incoming.annotations, *incoming.relations)
    return Entry(incoming.path, replace(items, extra=incoming.extra), built_in_scheme())


def reasons(report: Report) -> list[tuple[str, str, str]]:
    return [(loss.what, loss.id, loss.why) for loss in report.losses]


def test_brat_reads_everything_and_finds_no_fault(tmp_path: Path) -> None:
    report = exported("brat", tmp_path / "out")
    assert report.is_whole
    assert EXTRA not in report.not_carried
    seen = read_by_brat(tmp_path / "out")
    assert seen["said"] == []
    assert seen["entities"] == [label.id for label in built_in_scheme().labels]
    assert seen["drawing"]["claim"]["bgColor"] == "#56B4E9"
    for entry, name in zip(hard_entries(), ["aleppo", "news/arabic.alice", "chinese.bob", "empty"], strict=True):
        found = seen["documents"][name]
        assert (found["failed"], found["issues"]) == ([], [])
        stretches = [(label, spans) for label, spans, _ in found["stretches"].values()]
        assert stretches == [(item.label, [[item.span.start, item.span.end]]) for item in entry.annotations]
        assert [*found["words"].values()] == [[item.span.of(entry.text)] for item in entry.annotations]
        ids = {item.id: id for item, id in zip(entry.annotations, found["stretches"], strict=True)}
        links = [[link.type, "Arg1", ids[link.source], "Arg2", ids[link.target]] for link in entry.relations]
        assert [*found["relations"].values()] == links
        notes = [note for kind, _, note in found["notes"] if kind == "AnnotatorNotes"]
        assert notes == [item.note.replace("\n", "↵") for item in entry.annotations if item.note]
    attributes = seen["documents"]["aleppo"]["attributes"]
    assert ["kind", "T4", "event"] in attributes
    assert ["modifier", "T3", "about"] in attributes
    assert ["Attributes", "T3", '{"value":40000,"unit":"people"}'] in seen["documents"]["aleppo"]["notes"]


def test_everything_comes_back(tmp_path: Path) -> None:
    exported("brat", tmp_path / "out")
    report = Report()
    back = {incoming.path: incoming for incoming in read(tmp_path / "out", report)}
    assert report.is_whole
    texts = [back[name].text for name in ("aleppo.txt", "news/arabic.txt", "chinese.txt")]
    assert texts == [LATIN, ARABIC, CHINESE]
    for entry in hard_entries():
        incoming = back[f"{entry.path.rpartition('.')[0]}.txt"]
        assert incoming.annotator == entry.document.annotator
        ids = {item.id: new.id for item, new in zip(entry.annotations, incoming.annotations, strict=True)}
        ours = [altered(item, id=ids[item.id], created="", modified="") for item in entry.annotations]
        assert [*incoming.annotations] == ours
        links = [(link.type, ids[link.source], ids[link.target]) for link in entry.relations]
        assert [(link.type, link.source, link.target) for link in incoming.relations] == links


def test_what_brat_alone_has_comes_back_out(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.txt").write_text(TEXT, "utf-8")
    (tmp_path / "in" / "a.ann").write_text(EVENTS, "utf-8")
    report = Report()
    (incoming,) = read(tmp_path / "in", report)
    person, _, place = incoming.annotations
    assert person.attributes == {"Certainty": ["High", "Low"], "Seen": True}
    assert person.note == "first note\nsecond note"
    assert (place.span, place.extra) == (Span(18, 36), {"x-brat": {"pieces": [[0, 6], [12, 18]]}})
    assert incoming.relations == (
        Relation("R1", "Part-of", "T3", "T1", extra={"x-brat": {"roles": ["Whole", "Component"]}}),
    )
    assert [loss.why for loss in report.losses] == [brat_reading.IN_PIECES, brat_reading.HIDDEN]
    again = exported("brat", tmp_path / "out", entries=[taken_in(incoming)])
    assert again.is_whole
    assert EXTRA not in again.not_carried
    lines = {line for line in EVENTS.splitlines() if line[0] not in "AM" and "AnnotatorNotes" not in line}
    written = (tmp_path / "out" / "a.ann").read_text("utf-8")
    assert lines <= {*written.splitlines()}
    seen = read_by_brat(tmp_path / "out")
    found = seen["documents"]["a"]
    assert (seen["said"], found["failed"], found["issues"]) == ([], [], [])
    assert found["events"] == {"E1": ["Attack", "T2", [["Agent", "T1"], ["Place2", "T3"]]]}
    assert sorted(map(str, found["attributes"])) == [
        "['Certainty', 'T1', 'High']",
        "['Certainty', 'T1', 'Low']",
        "['Negation', 'E1', True]",
        "['Seen', 'T1', True]",
    ]
    assert found["equivalences"] == [["Equiv", ["T1", "T3"]]]
    assert found["references"]["N1"][:4] == ["Reference", "T1", "Wikipedia", "534366"]
    (back,) = read(tmp_path / "out")
    assert back.annotations == incoming.annotations
    assert {*back.extra["x-brat"]} == {*incoming.extra["x-brat"]}


def test_what_spoke_of_something_removed_is_reported(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT, "utf-8")
    (tmp_path / "a.ann").write_text(EVENTS, "utf-8")
    (incoming,) = read(tmp_path)
    kept = tuple(altered(item, label="Strike") for item in incoming.annotations if item.id != "T3")
    entry = taken_in(replace(incoming, annotations=kept, relations=()))
    report = exported("brat", tmp_path / "out", entries=[entry])
    assert reasons(report) == [(ALTERED, "", brat_writing.STRAY)]
    written = (tmp_path / "out" / "a.ann").read_text("utf-8")
    assert "Wikipedia" in written
    assert not re.search("^[E*]", written, re.MULTILINE)


def test_an_event_is_of_the_label_that_its_trigger_has_now(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT, "utf-8")
    (tmp_path / "a.ann").write_text(EVENTS, "utf-8")
    (incoming,) = read(tmp_path)
    mapped = tuple(altered(item, label=f"my {item.label}") for item in incoming.annotations)
    exported("brat", tmp_path / "out", entries=[taken_in(replace(incoming, annotations=mapped))])
    assert "E1\tmy_Attack:T2 Agent:T1" in (tmp_path / "out" / "a.ann").read_text("utf-8")
    seen = read_by_brat(tmp_path / "out")
    assert (seen["said"], seen["documents"]["a"]["issues"]) == ([], [])
    (back,) = read(tmp_path / "out")
    assert back.annotations == mapped


def test_pieces_that_no_longer_fit_are_joined(tmp_path: Path) -> None:
    extra = {"x-brat": {"pieces": [[0, 5], [7, 9]]}}
    item = altered(annotation("c1", "claim", LATIN, "Thousands leave"), extra=extra)
    report = exported("brat", tmp_path / "out", entries=[entry_of(item)])
    assert reasons(report) == [(ALTERED, "c1", brat_writing.NO_PIECES)]
    assert "claim 0 15\t" in (tmp_path / "out" / "a.ann").read_text("utf-8")


def test_a_span_over_line_breaks_is_in_pieces(tmp_path: Path) -> None:
    text = "One.\n\nTwo,\u2028three\u0085 and four.\n"
    item = annotation("c1", "claim", text, "One.\n\nTwo,\u2028three\u0085 and four")
    exported("brat", tmp_path / "out", entries=[entry_of(item, text=text)])
    seen = read_by_brat(tmp_path / "out")
    assert seen["said"] == []
    assert seen["documents"]["a"]["words"] == {"T1": ["One.", "Two,", "three", " and four"]}
    report = Report()
    (back,) = read(tmp_path / "out", report)
    assert (back.annotations[0].span, back.annotations[0].extra, report.losses) == (item.span, {}, [])


def test_what_brat_cannot_hold_is_reported(tmp_path: Path) -> None:
    text = "One.\n \nTwo.\n"
    items = (
        Annotation("a", "claim", Span(0, 5)),
        Annotation("b", "claim", Span(4, 7)),
        Annotation("c", "claim", Span(7, 10), note="a\u2028b"),
        Annotation("d", "claim", Span(7, 10), note="a↵b\nc"),
        Relation("r", "repeats", "a", "b"),
    )
    report = exported("brat", tmp_path / "out", entries=[entry_of(*items, text=text)])
    assert reasons(report) == [
        (ALTERED, "a", brat_writing.TRIMMED),
        (LEFT_OUT, "b", brat_writing.BLANK),
        (ALTERED, "c", brat_writing.NOTE_BREAKS),
        (ALTERED, "d", brat_writing.NOTE_BREAKS),
        (LEFT_OUT, "r", DANGLING),
    ]
    assert (report.annotations, report.relations) == (3, 0)


def test_unknown_keys_of_others_are_not_carried(tmp_path: Path) -> None:
    item = altered(annotation("c1", "claim", LATIN, "said"), extra={"x-other": 1})
    assert EXTRA in exported("brat", tmp_path / "out", entries=[entry_of(item)]).not_carried


@pytest.mark.parametrize("name", ["_gt_N", "gt_N", "N_", "-x", "_", "9", "a" * 61, "Organisation_" * 20])
def test_names_that_brat_takes_stay(tmp_path: Path, name: str) -> None:
    first = Annotation("a", name, Span(0, 3), {name: "x"})
    second = Annotation("b", "claim", Span(4, 6))
    report = exported("brat", tmp_path, entries=[entry_of(first, second, Relation("r", name, "a", "b"))])
    assert report.is_whole
    lines = (tmp_path / "a.ann").read_text("utf-8")
    assert f"T1\t{name} 0 3\t" in lines
    assert f"R1\t{name} Arg1:T1 Arg2:T2\n" in lines
    assert f"A1\t{name} T1 x\n" in lines
    assert complaints(LATIN, lines, (tmp_path / "annotation.conf").read_text("utf-8")) == []


def test_names_that_brat_does_not_take_are_mapped_and_mapped_back(tmp_path: Path) -> None:
    choices = ("wörtlich", "ohne Leerzeichen", "a|b", "<b>")
    rules = (
        AttributeRule("Wie?", "choice", choices),
        AttributeRule("stimmt es", "flag"),
        AttributeRule("viele", "choice", ("x", "y"), many=True),
    )
    labels = (
        Label("Цитата", "c", "#000000", "fill", rules),
        Label("a claim", "d", "#ffffff", "line"),
        Label("a_claim", "e", "#ffffff", "line"),
        Label("SPAN_DEFAULT", "f", "#ffffff", "line"),
    )
    scheme = Scheme("x", "x", labels, (RelationRule("steht in", "Цитата", "a claim", symmetric=True),))
    items = (
        Annotation("a", "Цитата", Span(0, 3), {"Wie?": "wörtlich", "stimmt es": True, "viele": ["y"]}),
        Annotation("b", "a claim", Span(2, 5), {"Wie?": "ohne Leerzeichen"}),
        Annotation("c", "a_claim", Span(2, 6), {"frei\u2028!": False, "Wie?": ["wörtlich"]}),
        Annotation("d", "SPAN_DEFAULT", Span(2, 7), {"viele": "x"}),
        Relation("r", "steht in", "a", "b"),
    )
    report = exported("brat", tmp_path / "out", entries=[entry_of(*items, scheme=scheme)])
    assert {(loss.what, loss.id, loss.why) for loss in report.losses} == {
        (ALTERED, "a", brat_writing.RENAMED),
        (ALTERED, "a", brat_writing.RENAMED_ATTRIBUTE),
        (ALTERED, "b", brat_writing.RENAMED),
        (ALTERED, "c", brat_writing.RENAMED),
        (ALTERED, "d", brat_writing.RENAMED),
        (ALTERED, "r", brat_writing.RENAMED_RELATION),
    }
    seen = read_by_brat(tmp_path / "out")
    assert (seen["said"], seen["documents"]["a"]["issues"]) == ([], [])
    assert seen["entities"] == ["name", "a_claim", "a_claim-2", "SPAN_DEFAULT-2"]
    assert seen["attributes"]["Wie"]["Value"] == ["wörtlich"]
    assert seen["documents"]["a"]["attributes"] == [
        ["Wie", "T1", "wörtlich"],
        ["stimmt_es", "T1", True],
        ["viele", "T1", "y"],
    ]
    (back,) = read(tmp_path / "out")
    assert [(item.label, item.span, item.attributes) for item in back.annotations] == [
        (item.label, item.span, item.attributes) for item in items if isinstance(item, Annotation)
    ]
    assert [link.type for link in back.relations] == ["steht in"]


def test_values_that_no_scheme_names_are_offered_up_to_a_limit(tmp_path: Path) -> None:
    items = [Annotation(f"i{at:03}", "other", Span(at, at + 1), {"id": f"v{at}"}) for at in range(150)]
    entries = [Entry(f"{name}.txt", document(name, "x" * 150, *items), built_in_scheme()) for name in "ab"]
    more = [altered(item, attributes={"id": f"w{at}"}) for at, item in enumerate(items)]
    entries.append(Entry("c.txt", document("c", "x" * 150, *more), built_in_scheme()))
    exported("brat", tmp_path / "out", entries=entries)
    config = (tmp_path / "out" / "annotation.conf").read_text("utf-8")
    (values,) = re.findall(r"^id\tArg:other, Value:(.*)$", config, re.MULTILINE)
    assert len(values.split("|")) == 200
    assert [item.attributes["id"] for item in read(tmp_path / "out")[2].annotations] == [f"w{at}" for at in range(150)]


def test_each_split_has_a_folder_below_the_configuration(tmp_path: Path) -> None:
    splits = {"aleppo.txt": "train", "news/arabic.txt": "dev", "chinese.md": "test", "empty.txt": "train"}
    exported("brat", tmp_path / "out", Options(splits=splits))
    names = {file.relative_to(tmp_path / "out").as_posix() for file in (tmp_path / "out").rglob("*.ann")}
    assert names == {"train/aleppo.ann", "dev/news/arabic.alice.ann", "test/chinese.bob.ann", "train/empty.ann"}
    seen = read_by_brat(tmp_path / "out")
    assert [found["issues"] for found in seen["documents"].values()] == [[]] * 4


def test_the_same_documents_give_the_same_bytes(tmp_path: Path) -> None:
    for name in ("one", "two"):
        exported("brat", tmp_path / name)
    for file in (tmp_path / "one").rglob("*.*"):
        assert file.read_bytes() == (tmp_path / "two" / file.relative_to(tmp_path / "one")).read_bytes()


@given(documents())
def test_brat_takes_any_document_and_gives_it_back(drawn: Document) -> None:
    with TemporaryDirectory() as folder:
        entry = Entry("a.txt", replace(drawn, annotator=""), built_in_scheme())
        report = exported("brat", Path(folder, "out"), entries=[entry])
        lines = Path(folder, "out", "a.ann").read_bytes().decode()
        config = Path(folder, "out", "annotation.conf").read_bytes().decode()
        assert complaints(entry.text, lines, config) == []
        (back,) = read(Path(folder, "out"))
    losses = {(loss.id, loss.why): loss.what for loss in report.losses}
    lost = {id for (id, _), what in losses.items() if what == LEFT_OUT}
    kept = [item for item in entry.annotations if item.id not in lost]
    assert back.text == entry.text
    assert len(kept) == report.annotations == len(back.annotations)
    for item, new in zip(kept, back.annotations, strict=True):
        assert (new.label, new.attributes) == (item.label, item.attributes)
        assert new.span == item.span or (item.id, brat_writing.TRIMMED) in losses
        assert new.note == item.note or (item.id, brat_writing.NOTE_BREAKS) in losses


@pytest.mark.parametrize(
    "original", ["\ufeffOne\r\ntwo 𠮷 three\r\n", "One\r\ntwo 𠮷 three\r\n", "One\ntwo 𠮷 three\n"]
)
def test_the_text_may_have_any_newlines(tmp_path: Path, original: str) -> None:
    (tmp_path / "a.txt").write_bytes(original.encode())
    for counted in {original, "One\ntwo 𠮷 three\n"}:
        places = {words: (counted.index(words), counted.index(words) + len(words)) for words in ("𠮷 t", "One")}
        lines = [f"T{at}\tX {start} {end}\t{words}\r\n" for at, (words, (start, end)) in enumerate(places.items())]
        (tmp_path / "a.ann").write_bytes("".join(lines).encode())
        (back,) = read(tmp_path)
        assert back.text == "One\ntwo 𠮷 three\n"
        assert [item.span.of(back.text) for item in back.annotations] == ["𠮷 t", "One"]


def test_without_the_text_the_words_are_given(tmp_path: Path) -> None:
    (tmp_path / "a.ann").write_text(EVENTS, "utf-8")
    (back,) = read(tmp_path / "a.ann")
    assert back.text is None
    assert back.quotes == {"T1": "Maria", "T2": "attacked"}


def test_words_with_newlines_made_blanks_stand_at_their_place(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("One\ntwo", "utf-8")
    (tmp_path / "a.ann").write_text("T1\tX 0 7\tOne two\n\nT2\tX 0 3", "utf-8")
    (back,) = read(tmp_path)
    assert [item.span for item in back.annotations] == [Span(0, 7), Span(0, 3)]


@pytest.mark.parametrize(
    ("lines", "number", "about"),
    [
        ("T1\tX 0 3", 0, ""),
        ("T1\tX 0 3\tTwo\n", 1, "are not at its position"),
        ("T1\tX 0 300\tOne\n", 1, "after the end of the text, which has 8 characters"),
        ("T1\tX 0 99999999999999999999\tOne\n", 1, "is not a line that brat writes"),
        ("T1\tX 3 3\tOne\n", 1, "is empty, or its pieces overlap"),
        ("T1\tX 0 3;2 5\tOne wo\n", 1, "is empty, or its pieces overlap"),
        ("E1\tAttack\n", 1, "is not a line that brat writes"),
        ("*\tEquiv\n", 1, "is not a line that brat writes"),
        ("Q1\tX 0 3\tOne\n", 1, "is not a line that brat writes"),
        ("hello\n", 1, "is not a line that brat writes"),
        ("\0\n", 1, "is not a line that brat writes"),
    ],
)
def test_bad_files_get_a_sentence(tmp_path: Path, lines: str, number: int | None, about: str) -> None:
    (tmp_path / "a.txt").write_text("One\ntwo\n", "utf-8")
    (tmp_path / "a.ann").write_text(lines, "utf-8")
    if not about:
        assert len(read(tmp_path)) == 1
        return
    with pytest.raises(ForeignError, match=about) as caught:
        read(tmp_path)
    assert caught.value.line == number
    assert caught.value.place.startswith("a.ann")
    assert caught.value.sentence.endswith(".")


@pytest.mark.parametrize(
    ("bad", "about"),
    [
        ("T1\tX 4 7\ttwo", "two lines with the id"),
        ("T2\tX 10 99\tRome", "after the end of the text"),
        ("T2\tX 4 7\tOne", "are not at its position"),
        ("T2\tX 4 4\t", "is empty, or its pieces overlap"),
        ("R1\tX Arg1:T1 Arg2:T7", "refers to “T7”, which does not exist"),
        ("R1\tX Arg1:T1", "is not a line that brat writes"),
        ("*\tEquiv T1 T2", "refers to “T2”, which does not exist"),
        ("A1\tSure T2", "refers to “T2”, which does not exist"),
        ("hello", "is not a line that brat writes"),
    ],
)
def test_a_line_that_is_wrong_is_left_out_by_itself(tmp_path: Path, bad: str, about: str) -> None:
    (tmp_path / "a.txt").write_text("One\ntwo\n", "utf-8")
    (tmp_path / "a.ann").write_text(f"T1\tX 0 3\tOne\n{bad}\nT3\tX 4 7\ttwo\n", "utf-8")
    assert FORMAT.read
    report = Report()
    (incoming,) = FORMAT.read(tmp_path, report)
    assert [item.id for item in incoming.annotations] == ["T1", "T3"]
    assert not incoming.relations
    (problem,) = report.problems
    assert (problem.path.name, problem.line) == ("a.ann", 2)
    assert about in problem.sentence


def test_what_refers_to_a_line_that_is_left_out_goes_with_it(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("One\ntwo\n", "utf-8")
    lines = ["T1\tX 0 3\tOne", "T2\tX 10 99\tRome", "E1\tX:T2 Theme:T1", "A1\tNegated E1"]
    (tmp_path / "a.ann").write_text("\n".join(lines), "utf-8")
    assert FORMAT.read
    report = Report()
    (incoming,) = FORMAT.read(tmp_path, report)
    assert [item.id for item in incoming.annotations] == ["T1"]
    assert [problem.line for problem in report.problems] == [2, 3, 4]
    assert not incoming.extra


def test_bad_folders_get_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(ForeignError, match=re.escape(".ann, as brat's do")):
        read(tmp_path)
    with pytest.raises(FileError, match="not there"):
        read(tmp_path / "none.ann")
    (tmp_path / "a.ann").write_bytes(b"T1\tX 0 3\tOne\nT2\tX 0 3\t\xff")
    with pytest.raises(ForeignError, match="not UTF-8") as caught:
        read(tmp_path)
    assert (caught.value.place, caught.value.line) == ("a.ann, line 2", 2)
    (tmp_path / "a.txt").write_bytes(b"One\0")
    with pytest.raises(ForeignError, match="not text"):
        read(tmp_path)
    (tmp_path / "annotation.conf").write_text("# Made with Annotator {", "utf-8")
    with pytest.raises(ForeignError, match="not valid JSON") as caught:
        read(tmp_path)
    assert caught.value.place == "annotation.conf, line 1"


def test_values_that_are_no_json_get_a_sentence(tmp_path: Path) -> None:
    exported("brat", tmp_path, entries=[entry_of(annotation("f1", "figure", LATIN, "40,000", value=1))])
    with (tmp_path / "a.ann").open("r+") as file:
        file.truncate(len(file.read()) - 3)
    report = Report()
    (incoming,) = read(tmp_path, report)
    assert [item.attributes for item in incoming.annotations] == [{}]
    (problem,) = report.problems
    assert (problem.path.name, problem.line) == ("a.ann", 2)
    assert "not valid JSON" in problem.sentence


def test_many_lines_that_speak_of_each_other_take_no_time(tmp_path: Path) -> None:
    events = "".join(f"E{at}\tX:T1 Cause:E{at + 1}\n" for at in range(50_000))
    (tmp_path / "a.txt").write_text("One\ntwo\n", "utf-8")
    (tmp_path / "a.ann").write_text(f"T1\tX 0 3\tOne\n{events}E50000\tX:T1\n", "utf-8")
    (incoming,) = read(tmp_path)
    entry = taken_in(replace(incoming, annotations=()))
    report = exported("brat", tmp_path / "out", entries=[entry])
    assert reasons(report) == [(ALTERED, "", brat_writing.STRAY)]
    assert (tmp_path / "out" / "a.ann").read_text("utf-8") == ""


def test_the_rules_say_what_brat_says(tmp_path: Path) -> None:
    """Both are asked about the same lines, good and bad, so that neither proof stands alone."""
    exported("brat", tmp_path)
    config = (tmp_path / "annotation.conf").read_text("utf-8")
    start = "T1\tclaim 0 9\tThousands\nT2\tsource 10 15\tleave\n"
    cases = [
        "",
        "T3\tclaim 0 9;10 15\tThousands leave\n",
        "T3\tclaim 0 9;3 15\tThousands leave\n",
        "T3\tclaim 0 9\tthousands\n",
        "T3\tclaim 0 9000\tThousands\n",
        "T3\tclaim 9 0\tThousands\n",
        "T3\tclaim 0 9\n",
        "T3\tclaim 9 10\t \n",
        "T3\tclaims 0 9\tThousands\n",
        "T1\tclaim 0 9\tThousands\n",
        "T3\tclaim 0 9\tThousands\u2028\n",
        "A1\tkind T1 event\n",
        "A1\tform T1 full\n",
        "A1\tkind\n",
        "A1\tkind T9 event\n",
        "R1\tattributed_to Arg1:T1 Arg2:T2\n",
        "R1\tattributed_to Arg1:T1 Arg1:T2\n",
        "R1\tattributed_to Arg1:T1\n",
        "R1\tquantifies Arg1:T1 Arg2:T2\n",
        "#1\tAnnotatorNotes T1\ta note\n",
        "#1\tAnnotatorNotes\ta note\n",
        "N1\tReference T1 Wikipedia:12\tsomething\n",
        "N1\tReference T1 Wikipedia\tsomething\n",
        "X1\tclaim 0 9\tThousands\n",
        "nothing\n",
        "E1\tclaim T1\n",
    ]
    for file in tmp_path.rglob("*.ann"):
        file.unlink()
    for at, case in enumerate(cases):
        (tmp_path / f"{at:02}.txt").write_text(LATIN, "utf-8")
        (tmp_path / f"{at:02}.ann").write_text(start + case, "utf-8")
    seen = read_by_brat(tmp_path)["documents"]
    taken = [not any(seen[f"{at:02}"][key] for key in ("failed", "issues", "said")) for at in range(len(cases))]
    assert taken == [complaints(LATIN, start + case, config) == [] for case in cases]
    assert 5 < sum(taken) < 10
