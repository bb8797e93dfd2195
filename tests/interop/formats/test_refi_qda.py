"""REFI-QDA projects, checked by the standard's rules, by a walk that knows nothing of ours, and taken in again."""

from __future__ import annotations

import re
import tempfile
import zipfile
from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree

import pytest
from hypothesis import given

from annotator.interop.foreign.errors import ForeignError
from annotator.interop.format import Incoming
from annotator.interop.formats.refi_qda.format import FORMAT
from annotator.interop.formats.refi_qda.names import is_time
from annotator.interop.json.writing import json_line
from annotator.interop.options import Options
from annotator.interop.report import Report
from annotator.interop.xml.writing import FORBIDDEN
from annotator.model.annotation import Annotation, Relation, Value
from annotator.model.document import Document
from annotator.model.entry import Entry
from annotator.model.items import altered
from annotator.model.span import Span
from annotator.storage.files.file_error import FileError, Problem
from annotator.storage.schemes.scheme_lookup import built_in_scheme
from tests.support.document_strategies import documents
from tests.support.hard_entries import LATIN, TIME, annotation, document, exported, hard_entries

RULES = Path(__file__).parent / "refi_subset.xsd"
NS = {"r": "urn:QDA-XML:project:1.0"}


def refusal(path: Path) -> Problem:
    """The first problem of the file, whether it takes the whole of it or one source."""
    report = Report()
    try:
        read(path, report)
    except ForeignError as error:
        return error.problem(path)
    return report.problems[0]


def read(path: Path, report: Report | None = None) -> list[Incoming]:
    assert FORMAT.read
    return list(FORMAT.read(path, report or Report()))


def project_of(path: Path) -> ElementTree.Element:
    with zipfile.ZipFile(path) as archive:
        return ElementTree.fromstring(archive.read("project.qde"))


def test_it_keeps_the_rules_of_the_standard(tmp_path: Path) -> None:
    xmlschema = pytest.importorskip("xmlschema")
    exported("refi-qda", tmp_path / "o.qdpx")
    schema = xmlschema.XMLSchema(RULES)
    with zipfile.ZipFile(tmp_path / "o.qdpx") as archive:
        schema.validate(archive.read("project.qde").decode())


def test_every_pointer_points_to_what_it_should(tmp_path: Path) -> None:
    exported("refi-qda", tmp_path / "o.qdpx")
    root = project_of(tmp_path / "o.qdpx")
    guids = {element.get("guid"): element.tag.rpartition("}")[2] for element in root.iter() if element.get("guid")}
    ends = {"CodeRef": {"Code"}, "NoteRef": {"Note"}, "VariableRef": {"Variable"}}
    for element in root.iter():
        name = element.tag.rpartition("}")[2]
        if target := element.get("targetGUID"):
            assert guids[target] in ends.get(name, {"PlainTextSelection"})
        if user := element.get("creatingUser"):
            assert guids[user] == "User"
        if origin := element.get("originGUID"):
            assert guids[origin] == "PlainTextSelection"


def test_a_walk_finds_words_codes_notes_and_users(tmp_path: Path) -> None:
    report = exported("refi-qda", tmp_path / "o.qdpx")
    assert report.is_whole
    assert report.not_carried == {"ids", "status", "read ranges"}
    root = project_of(tmp_path / "o.qdpx")
    codes = {code.get("guid"): code.get("name") for code in root.iterfind(".//r:Code", NS)}
    users = {user.get("guid"): user.get("name") for user in root.iterfind(".//r:User", NS)}
    with zipfile.ZipFile(tmp_path / "o.qdpx") as archive:
        for entry, source in zip(hard_entries(), root.iterfind(".//r:TextSource", NS), strict=True):
            text = archive.read(f"Sources/{source.get('guid')}.txt").decode()
            assert (source.get("name"), text) == (entry.path, entry.text)
            found = []
            for selection in source.iterfind("r:PlainTextSelection", NS):
                words = text[int(selection.get("startPosition", "")) : int(selection.get("endPosition", ""))]
                label, *choices = [codes[ref.get("targetGUID")] for ref in selection.iterfind(".//r:CodeRef", NS)]
                note = selection.findtext("r:Description", "", NS)
                assert users.get(selection.get("creatingUser"), "") == entry.document.annotator
                assert selection.get("creationDateTime") == TIME
                found.append((words, label, note, choices))
            choices_of = {
                "c1": ["claim.kind: event"],
                "f1": ["figure.modifier: about"],
                "p1": ["part.role: headline"],
                "q1": ["quote.form: full"],
                "s1": ["source.kind: person"],
            }
            assert found == [
                (
                    item.span.of(entry.text),
                    item.label,
                    item.note,
                    choices_of.get(item.id, []) if entry.path == "aleppo.txt" else [],
                )
                for item in entry.annotations
            ]


def test_other_attributes_stand_in_notes_and_relations_are_links(tmp_path: Path) -> None:
    exported("refi-qda", tmp_path / "o.qdpx")
    root = project_of(tmp_path / "o.qdpx")
    notes = {note.get("guid"): note.findtext("r:PlainTextContent", "", NS) for note in root.iterfind(".//r:Note", NS)}
    selections = {each.get("guid"): each for each in root.iterfind(".//r:PlainTextSelection", NS)}
    said = {
        each.get("name"): notes[ref.get("targetGUID")]
        for each in selections.values()
        for ref in each.iterfind("r:NoteRef", NS)
    }
    assert said["Some 40,000"] == 'value: 40000\nunit: "people"'
    assert said["it says =1+1"] == 'evidence: ["https://example.org/a?b=c&d","x"]'
    links = [
        (link.get("name"), *(selections[link.get(end)].get("name") for end in ("originGUID", "targetGUID")))
        for link in root.iterfind(".//r:Link", NS)
    ]
    assert ("attributed_to", "Some 40,000 people left cafe\u0301s and homes", "Peter Maurer") in links
    assert len(links) == 5
    assert {link.get("direction") for link in root.iterfind(".//r:Link", NS)} == {"OneWay"}


def test_labels_are_codes_with_colours_and_meanings(tmp_path: Path) -> None:
    exported("refi-qda", tmp_path / "o.qdpx")
    codes = project_of(tmp_path / "o.qdpx").findall(".//r:Codes/r:Code", NS)
    for code, label in zip(codes, built_in_scheme().labels, strict=True):
        assert (code.get("name"), code.get("color"), code.get("isCodable")) == (label.id, label.colour, "true")
        assert code.findtext("r:Description", "", NS) == label.guideline.definition
        attributes = [(each.get("name"), each.get("isCodable")) for each in code.iterfind("r:Code", NS)]
        assert attributes == [
            (f"{label.id}.{rule.id}", "false") for rule in label.attributes if rule.choices and not rule.many
        ]


def entry_with(*items: Annotation | Relation, annotator: str = "", path: str = "a.txt") -> Entry:
    return Entry(path, document(path, LATIN, *items, annotator=annotator), built_in_scheme())


def test_annotators_of_one_article_share_its_source(tmp_path: Path) -> None:
    alice = entry_with(annotation("a1", "cue", LATIN, "said"), annotator="alice")
    bob = entry_with(annotation("a1", "quote", LATIN, "said"), annotator="bob")
    carol = entry_with(annotator="carol")
    bob = replace(bob, document=replace(bob.document, article_extra={"title": "Bus", "words": 7}))
    report = exported("refi-qda", tmp_path / "o.qdpx", entries=[alice, bob, carol])
    assert [(loss.what, loss.kind) for loss in report.losses] == [("altered", "document")] * 2
    assert "attributes" in report.losses[0].why
    assert "the project does not have it" in report.losses[1].why
    assert len(project_of(tmp_path / "o.qdpx").findall(".//r:TextSource", NS)) == 1
    found = read(tmp_path / "o.qdpx")
    assert [(each.annotator, [item.label for item in each.annotations]) for each in found] == [
        ("alice", ["cue"]),
        ("bob", ["quote"]),
    ]


def test_attributes_of_the_article_are_variables(tmp_path: Path) -> None:
    xmlschema = pytest.importorskip("xmlschema")
    entry = entry_with()
    entry = replace(entry, document=replace(entry.document, article_extra={"title": "Bus", "words": 7}))
    report = exported("refi-qda", tmp_path / "o.qdpx", entries=[entry])
    assert [loss.why for loss in report.losses] == ["a value of the article's attributes is written as text"]
    with zipfile.ZipFile(tmp_path / "o.qdpx") as archive:
        xmlschema.XMLSchema(RULES).validate(archive.read("project.qde").decode())
    assert read(tmp_path / "o.qdpx")[0].article == {"title": "Bus", "words": 7}


def test_what_is_known_of_the_article_comes_back_as_it_was(tmp_path: Path) -> None:
    known: dict[str, Value] = {
        "attributes": {"verdict": "false", "topics": ["bus", "rail"]},
        "origin": {"file": "page.html", "sha256": "0" * 64},
        "corrections": [{"start": 0, "end": 3, "old": "Two", "new": "One"}],
        "year": "2019",
        "words": 7,
        "checked": True,
        "braced": "{not json}",
        "listed": "[1]",
        "quoted": '"so"',
        "empty": "",
    }
    entry = entry_with()
    entry = replace(entry, document=replace(entry.document, article_extra=known))
    exported("refi-qda", tmp_path / "o.qdpx", entries=[entry])
    assert read(tmp_path / "o.qdpx")[0].article == known


def test_the_same_documents_give_the_same_bytes(tmp_path: Path) -> None:
    for name in ("one.qdpx", "two.qdpx"):
        exported("refi-qda", tmp_path / name)
    assert (tmp_path / "one.qdpx").read_bytes() == (tmp_path / "two.qdpx").read_bytes()


def test_nothing_at_all_is_a_project_too(tmp_path: Path) -> None:
    xmlschema = pytest.importorskip("xmlschema")
    exported("refi-qda", tmp_path / "o.qdpx", Options(annotators=frozenset({"nobody"})))
    with zipfile.ZipFile(tmp_path / "o.qdpx") as archive:
        xmlschema.XMLSchema(RULES).validate(archive.read("project.qde").decode())
    assert read(tmp_path / "o.qdpx") == []


def test_times_that_are_none_and_characters_that_xml_cannot_hold_are_told(tmp_path: Path) -> None:
    xmlschema = pytest.importorskip("xmlschema")
    item = altered(annotation("f1", "figure", LATIN, "40,000", "a\x00b"), created="2026-02-30T06:21:20Z")
    report = exported("refi-qda", tmp_path / "o.qdpx", entries=[entry_with(item)])
    assert [(loss.what, loss.id) for loss in report.losses] == [("altered", "f1"), ("altered", "f1")]
    with zipfile.ZipFile(tmp_path / "o.qdpx") as archive:
        xmlschema.XMLSchema(RULES).validate(archive.read("project.qde").decode())
    (back,) = read(tmp_path / "o.qdpx")[0].annotations
    assert (back.note, back.created, back.modified) == ("a\ufffdb", "", TIME)


def held(value: str) -> str:
    """As XML can hold it."""
    return FORBIDDEN.sub("\ufffd", value)


def is_held(values: Value) -> bool:
    """Whether JSON has nothing in it that XML cannot hold; control characters it escapes."""
    return not any(character in json_line(values) for character in "\ufffe\uffff")


@given(documents())
def test_everything_it_carries_comes_back(drawn: Document) -> None:
    entry = Entry("a.txt", drawn, built_in_scheme())
    kept = [item for item in entry.annotations if not item.displaced]
    with tempfile.TemporaryDirectory() as folder:
        exported("refi-qda", Path(folder, "o.qdpx"), entries=[entry])
        (found,) = read(Path(folder, "o.qdpx"))
    assert (found.text, found.annotator) == (entry.text, held(drawn.annotator))
    for item, back in zip(kept, found.annotations, strict=True):
        assert (back.span, back.label, back.note) == (item.span, held(item.label), held(item.note))
        assert back.created == (item.created if is_time(item.created) else "")
        if is_held(dict(item.attributes)):
            assert back.attributes == item.attributes
    ids = {item.id: back.id for item, back in zip(kept, found.annotations, strict=True)}
    joined = [item for item in entry.relations if item.source in ids and item.target in ids]
    assert sorted((item.type, item.source, item.target) for item in found.relations) == sorted(
        (held(item.type), ids[item.source], ids[item.target]) for item in joined
    )


GUIDS = [f"{number:08x}-0000-4000-8000-000000000000" for number in range(40)]
SOURCE, OTHER, ANNE, BEN, PEOPLE, DOCTOR, PLACE, TWIN, MEMO, SPARE = GUIDS[:10]
FOREIGN = f"""<?xml version="1.0" encoding="utf-8"?>
<Project xmlns="urn:QDA-XML:project:1.0" name="Study" origin="NVivo 12">
<Users><User guid="{{{ANNE.upper()}}}" name="Anne"/><User guid="{BEN}" id="ben"/></Users>
<CodeBook><Codes>
<Code guid="{PEOPLE}" name="People" isCodable="false"><Code guid="{DOCTOR}" name="Doctor" isCodable="true"/>
<Code guid="{TWIN}" name="Other" isCodable="true"/></Code>
<Code guid="{PLACE}" name="Other" isCodable="true"/>
</Codes></CodeBook>
<Variables><Variable guid="{GUIDS[30]}" name="year" typeOfVariable="Integer"/></Variables>
<Cases><Case guid="{GUIDS[31]}" name="Anna"/></Cases>
<Sources>
<TextSource guid="{SOURCE}" name="Bus" plainTextPath="internal://{SOURCE.upper()}.txt" creatingUser="{ANNE}">
<Description>From the web.</Description>
<PlainTextSelection guid="{GUIDS[10].upper()}" startPosition="5" endPosition="6" creatingUser="{ANNE}">
<Description>Look here.</Description>
<Coding guid="{GUIDS[11]}" creationDateTime="2019-06-06T08:27:01.5+02:00"><CodeRef targetGUID="{{{DOCTOR}}}"/>
<NoteRef targetGUID="{MEMO}"/></Coding>
<Coding guid="{GUIDS[12]}" creatingUser="{BEN}"><CodeRef targetGUID="{PLACE}"/></Coding>
</PlainTextSelection>
<PlainTextSelection guid="{GUIDS[13]}" startPosition="7" endPosition="11" creatingUser="{ANNE}">
<Coding guid="{GUIDS[14]}"><CodeRef targetGUID="{TWIN}"/></Coding></PlainTextSelection>
<PlainTextSelection guid="{GUIDS[15]}" startPosition="0" endPosition="3" creatingUser="{ANNE}"/>
<PlainTextSelection guid="{GUIDS[16]}" startPosition="3" endPosition="4"/>
<PlainTextSelection guid="{GUIDS[17]}" startPosition="0" endPosition="3">
<Coding guid="{GUIDS[18]}"><CodeRef targetGUID="{GUIDS[31]}"/></Coding></PlainTextSelection>
<PlainTextSelection guid="{GUIDS[19]}" startPosition="0" endPosition="3">
<Coding guid="{GUIDS[20]}"><CodeRef targetGUID="{GUIDS[39]}"/></Coding></PlainTextSelection>
<PlainTextSelection guid="{GUIDS[32]}" startPosition="0" endPosition="3"/>
<Coding guid="{GUIDS[21]}"><CodeRef targetGUID="{PLACE}"/></Coding>
<VariableValue><VariableRef targetGUID="{GUIDS[30]}"/><IntegerValue>2019</IntegerValue></VariableValue>
</TextSource>
<TextSource guid="{OTHER}" name="Bus"><PlainTextContent>In &lt;here&gt;</PlainTextContent></TextSource>
<TextSource guid="{GUIDS[22]}" name="Away" plainTextPath="absolute:///etc/passwd"/>
<PictureSource guid="{GUIDS[23]}" name="a.png" path="internal://x.png"/>
</Sources>
<Notes><Note guid="{MEMO}" plainTextPath="internal://memo.txt"/>
<Note guid="{GUIDS[24]}"><PlainTextContent>Who?</PlainTextContent></Note><Note guid="{SPARE}" name="diary"/></Notes>
<Links><Link guid="{GUIDS[25]}" originGUID="{GUIDS[24]}" targetGUID="{GUIDS[15]}"/>
<Link guid="{GUIDS[26]}" name="near" originGUID="{GUIDS[13]}" targetGUID="{GUIDS[11]}"/>
<Link guid="{GUIDS[27]}" name="far" originGUID="{GUIDS[13]}" targetGUID="{GUIDS[12]}"/>
<Link guid="{GUIDS[28]}" originGUID="{DOCTOR}" targetGUID="{PLACE}"/></Links>
<Sets><Set guid="{GUIDS[29]}" name="all"/></Sets>
</Project>"""
RAW = "\ufeffThe\r\n🚌 left."


def made(path: Path, project: str | bytes = FOREIGN, text: str = RAW, folder: str = "sources") -> Path:
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("project.qde", project)
        archive.writestr(f"{folder}/{SOURCE}.txt", text.encode())
        archive.writestr(f"{folder}/memo.txt", "Seen twice.")
    return path


def test_what_others_made_is_taken(tmp_path: Path) -> None:
    report = Report()
    anne, ben, other = read(made(tmp_path / "in.qdpx"), report)
    assert (anne.path, anne.annotator, anne.text) == ("Bus", "Anne", "The\n🚌 left.")
    assert anne.article == {"note": "From the web.", "year": 2019}
    assert anne.annotations == (
        Annotation(GUIDS[10], "Doctor", Span(4, 5), {}, "Look here.\n\nSeen twice.", "", "2019-06-06T06:27:01Z"),
        Annotation(GUIDS[13], "People/Other", Span(6, 10)),
        Annotation(GUIDS[15], "note", Span(0, 3), {}, "Who?"),
    )
    assert anne.relations == (Relation(GUIDS[26], "near", GUIDS[13], GUIDS[10]),)
    assert (ben.annotator, ben.annotations) == ("ben", (Annotation(GUIDS[12], "Other", Span(4, 5)),))
    assert (other.path, other.text, other.annotations) == ("Bus 2", "In <here>", ())
    assert [(loss.what, loss.kind, loss.id or loss.path) for loss in report.losses] == [
        ("left out", "annotation", GUIDS[21]),
        ("left out", "annotation", GUIDS[16]),
        ("left out", "annotation", GUIDS[18]),
        ("left out", "annotation", GUIDS[20]),
        ("left out", "annotation", GUIDS[32]),
        ("left out", "relation", GUIDS[27]),
        ("left out", "document", "Away"),
        ("left out", "document", "a.png"),
    ]
    reasons = [loss.why for loss in report.losses]
    assert len({*reasons}) == len(reasons) == 8
    assert "case" in reasons[2]
    assert "codebook" in reasons[3]
    assert "neither" in reasons[4]
    assert [note.split(" are ")[0] for note in report.notes] == ["1 of Case", "1 of Set", "1 of Note", "1 of Link"]


def test_atlas_ti_counts_a_windows_newline_as_one(tmp_path: Path) -> None:
    project = FOREIGN.replace("NVivo 12", "ATLAS.ti 22").replace('"5" endPosition="6"', '"4" endPosition="5"')
    (item, *_), *_ = (each.annotations for each in read(made(tmp_path / "in.qdpx", project)))
    assert item.span == Span(4, 5)


def bad(old: str, new: str) -> str:
    assert old in FOREIGN
    return FOREIGN.replace(old, new, 1)


@pytest.mark.parametrize(
    ("project", "place", "about"),
    [
        (FOREIGN[:1500], "project.qde", "not valid XML"),
        (b"\xff\xff", "project.qde", "not valid XML"),
        (bad("?>", '?><!DOCTYPE x [<!ENTITY a "b">]>'), "project.qde", "document type"),
        ("<a>" * 300 + "</a>" * 300, "project.qde", "nested more than"),
        ("<Project/>", "project.qde", "not a REFI-QDA project"),
        (bad(f'<User guid="{BEN}"', "<User"), "project.qde", "has no guid"),
        (bad("internal://", "internal://x"), "", "is missing in it"),
        (bad("internal://", "internal://../../"), "", "is missing in it"),
        (bad('startPosition="5"', 'startPosition="9"'), "Bus", "before its start"),
        (bad('startPosition="5"', 'startPosition="-1"'), "Bus", "whole numbers"),
        (bad('startPosition="5"', 'startPosition="five"'), "Bus", "whole numbers"),
    ],
)
def test_bad_projects_get_a_sentence(tmp_path: Path, project: str | bytes, place: str, about: str) -> None:
    problem = refusal(made(tmp_path / "in.qdpx", project))
    assert problem.sentence.startswith(place)
    assert re.search(about, problem.sentence)
    assert problem.sentence.endswith(".")


def test_a_long_note_of_everything_is_no_bomb(tmp_path: Path) -> None:
    refer = f'<NoteRef targetGUID="{MEMO}"/>'
    project = bad("Look here.</Description>", "Look here.</Description>" + refer * 3000)
    with zipfile.ZipFile(made(tmp_path / "in.qdpx", project)) as archive:
        members = {name: archive.read(name) for name in archive.namelist()}
    with zipfile.ZipFile(tmp_path / "big.qdpx", "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name, b"x" * 1_000_000 if name.endswith("memo.txt") else data)
    assert "notes are too long" in refusal(tmp_path / "big.qdpx").sentence


def test_bad_texts_and_archives_get_a_sentence(tmp_path: Path) -> None:
    assert "NUL" in refusal(made(tmp_path / "in.qdpx", text="a\0b")).sentence
    project = bad(f"internal://{SOURCE.upper()}", "internal://none")
    with zipfile.ZipFile(tmp_path / "two.qdpx", "w") as archive:
        archive.writestr("project.qde", project)
        archive.writestr("Sources/none.txt", b"\xff")
        archive.writestr("Sources/memo.txt", b"")
    assert "not UTF-8" in refusal(tmp_path / "two.qdpx").sentence
    with zipfile.ZipFile(tmp_path / "none.qdpx", "w") as archive:
        archive.writestr("other.xml", "<a/>")
    with pytest.raises(ForeignError, match=r"project\.qde is missing"):
        read(tmp_path / "none.qdpx")
    (tmp_path / "no.qdpx").write_bytes(b"PK\x03\x04")
    with pytest.raises(ForeignError, match="not a zip archive"):
        read(tmp_path / "no.qdpx")
    with pytest.raises(FileError, match="not there"):
        read(tmp_path / "nowhere.qdpx")


def test_a_project_of_another_name_is_found(tmp_path: Path) -> None:
    whole = read(made(tmp_path / "in.qdpx"))
    with zipfile.ZipFile(tmp_path / "in.qdpx") as archive, zipfile.ZipFile(tmp_path / "other.qdpx", "w") as other:
        for name in archive.namelist():
            other.writestr(name.replace("project.qde", "Gespräche über حلب.qde"), archive.read(name))
    assert read(tmp_path / "other.qdpx") == whole


def test_a_project_file_that_was_unpacked_is_read_with_its_texts(tmp_path: Path) -> None:
    whole = read(made(tmp_path / "in.qdpx"))
    with zipfile.ZipFile(tmp_path / "in.qdpx") as archive:
        archive.extractall(tmp_path / "unpacked")
    assert read(tmp_path / "unpacked" / "project.qde") == whole
    (tmp_path / "alone").mkdir()
    (tmp_path / "unpacked" / "project.qde").rename(tmp_path / "alone" / "Gespräche.qde")
    assert "is missing in it" in refusal(tmp_path / "alone" / "Gespräche.qde").sentence
