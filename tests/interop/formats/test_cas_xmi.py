"""UIMA CAS XMI, read back by dkpro-cassis, and taken in again; and what INCEpTION and others make."""

from __future__ import annotations

import tempfile
import zipfile
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import assume, given

from annotator.interop.foreign.errors import ForeignError
from annotator.interop.format import Incoming
from annotator.interop.formats.cas_xmi.format import FORMAT
from annotator.interop.options import UTF_16, Options
from annotator.interop.report import Report
from annotator.interop.xml.writing import FORBIDDEN
from annotator.model.annotation import Annotation, Relation, Value
from annotator.model.document import Document
from annotator.model.entry import Entry
from annotator.model.items import altered
from annotator.model.span import Span
from annotator.storage.files.file_error import FileError
from annotator.storage.schemes.scheme_lookup import built_in_scheme
from tests.support.document_strategies import documents
from tests.support.hard_entries import LATIN, annotation, document, exported, hard_entries

CUSTOM = "webanno.custom."
NAMES = {
    "aleppo.txt": "aleppo",
    "news/arabic.txt": "news/arabic.alice",
    "chinese.md": "chinese.bob",
    "empty.txt": "empty",
}


def read(path: Path, report: Report | None = None) -> list[Incoming]:
    assert FORMAT.read
    return list(FORMAT.read(path, report or Report()))


def cas_of(folder: Path, name: str) -> Any:
    """The document as dkpro-cassis reads it."""
    cassis = pytest.importorskip("cassis")
    with (folder / "TypeSystem.xml").open("rb") as file:
        types = cassis.load_typesystem(file)
    return cassis.load_cas_from_xmi(folder / f"{name}.xmi", typesystem=types)


def test_cassis_finds_the_words_and_the_features(tmp_path: Path) -> None:
    report = exported("cas-xmi", tmp_path)
    assert report.is_whole
    assert report.not_carried == {"status", "times", "read ranges"}
    for entry in hard_entries():
        cas = cas_of(tmp_path, NAMES[entry.path])
        assert cas.sofa_string == entry.text
        found = [item for item in cas.select(f"{CUSTOM}Claim") if item.annotation_id]
        found += [item for label in ("Source", "Figure", "Cue", "Quote", "Part") for item in cas.select(CUSTOM + label)]
        spans = {
            item.annotation_id: (item.type.name, item.begin, item.end, item.get_covered_text(), item.note)
            for item in found
        }
        assert spans == {
            item.id: (
                CUSTOM + item.label.capitalize(),
                item.span.start,
                item.span.end,
                item.span.of(entry.text),
                item.note or None,
            )
            for item in entry.annotations
        }
        (about,) = cas.select("de.tudarmstadt.ukp.dkpro.core.api.metadata.type.DocumentMetaData")
        assert about.documentTitle == entry.path


def test_cassis_finds_attributes_and_relations(tmp_path: Path) -> None:
    exported("cas-xmi", tmp_path)
    cas = cas_of(tmp_path, "aleppo")
    claims = {item.annotation_id: item for item in cas.select(f"{CUSTOM}Claim")}
    figures = {item.annotation_id: item for item in cas.select(f"{CUSTOM}Figure")}
    assert claims["c1"].kind == "event"
    assert claims["c2"].evidence.elements == ["https://example.org/a?b=c&d", "x"]
    assert (figures["f1"].value, figures["f1"].modifier, figures["f1"].unit) == ("40000", "about", "people")
    (attributed,) = cas.select(f"{CUSTOM}AttributedTo")
    assert (attributed.Governor.annotation_id, attributed.Dependent.annotation_id) == ("c1", "s1")
    assert attributed.get_covered_text() == "Peter Maurer"
    (quantifies,) = cas.select(f"{CUSTOM}Quantifies")
    assert (quantifies.Governor.annotation_id, quantifies.Dependent.annotation_id) == ("f1", "c1")


def test_offsets_in_the_file_are_utf_16(tmp_path: Path) -> None:
    exported("cas-xmi", tmp_path, Options(unit=UTF_16))
    text = (tmp_path / "chinese.bob.xmi").read_text("utf-8")
    start = hard_entries()[2].document.annotations["f2"].span.start
    assert f'begin="{start + 1}" end="{start + 6}" annotation_id="f2"' in text


def test_the_whole_scheme_is_there_for_layers(tmp_path: Path) -> None:
    """INCEpTION makes a span layer of each type with simple features, a relation layer of one with these two ends."""
    cassis = pytest.importorskip("cassis")
    exported("cas-xmi", tmp_path, entries=hard_entries()[3:])
    with (tmp_path / "TypeSystem.xml").open("rb") as file:
        types = cassis.load_typesystem(file)
    custom = {type.name.removeprefix(CUSTOM): type for type in types.get_types() if type.name.startswith(CUSTOM)}
    scheme = built_in_scheme()
    names = [label.id.capitalize() for label in scheme.labels]
    assert custom.keys() == {*names, *(rule.id.title().replace("_", "") for rule in scheme.relations)}
    for name, type in custom.items():
        assert type.supertype.name == "uima.tcas.Annotation"
        ranges = {feature.name: feature.rangeType.name for feature in type.features}
        ends = {end: ranges.pop(end) for end in ("Governor", "Dependent") if end in ranges}
        assert len(ends) == (0 if name in names else 2)
        assert {*ends.values()} <= {"uima.tcas.Annotation"}
        assert {*ranges.values()} <= {"uima.cas.String", "uima.cas.Boolean", "uima.cas.StringArray"}


def entry_with(*items: Annotation | Relation, text: str = LATIN) -> Entry:
    return Entry("a.txt", document("a.txt", text, *items), built_in_scheme())


def test_names_that_uima_cannot_have_come_back(tmp_path: Path) -> None:
    span = Span(0, 9)
    items = [
        Annotation(
            "a", "主張", span, {"note": "its own", "説明": "x", "a b": 1, "a-b": 2, "type": "t", "": "e"}, "said"
        ),
        Annotation("b", "Claim", span, {"value\n": True}),
        Annotation("c", '"odd" ', span),
        Relation("r", "主張", "a", "b"),
    ]
    assert exported("cas-xmi", tmp_path, entries=[entry_with(*items)]).is_whole
    (found,) = read(tmp_path)
    assert [*found.annotations, *found.relations] == [
        altered(i, created="", modified="") if isinstance(i, Annotation) else i for i in items
    ]
    (quoted,) = [
        item for item in cas_of(tmp_path, "a").select("uima.tcas.Annotation") if item.type.name == CUSTOM + "Claim_2"
    ]
    assert quoted.annotation_id == "b"


def test_values_keep_their_kind(tmp_path: Path) -> None:
    values: dict[str, Value] = {
        "value": Decimal("3.14159265358979323846"),
        "low": 0.5,
        "high": 40000,
        "unit": "1e3",
        "flag": False,
        "none": None,
        "many": [],
        "one": ["x"],
        "mixed": [1, "b", {"c": [True]}],
    }
    item = annotation("f1", "figure", LATIN, "40,000", **values)
    report = exported("cas-xmi", tmp_path, entries=[entry_with(item)])
    assert [(loss.what, loss.id) for loss in report.losses] == [("altered", "f1")]
    (found,) = read(tmp_path)
    assert found.annotations[0].attributes == values
    assert isinstance(found.annotations[0].attributes["value"], Decimal)


def test_characters_that_xml_cannot_hold_are_replaced_and_told(tmp_path: Path) -> None:
    text = "a\x0bb\ufffec \x85\u2028d 👩e"
    item = Annotation("f1", "figure", Span(9, 11), {}, "no\x00te\r\n")
    report = exported("cas-xmi", tmp_path, entries=[entry_with(item, text=text)])
    assert [(loss.what, loss.kind) for loss in report.losses] == [("altered", "document"), ("altered", "annotation")]
    assert len({loss.why for loss in report.losses}) == 1
    cas = cas_of(tmp_path, "a")
    assert cas.sofa_string == "a\ufffdb\ufffdc \x85\u2028d 👩e"
    (figure,) = cas.select(f"{CUSTOM}Figure")
    assert (figure.get_covered_text(), figure.note) == (item.span.of(text), "no\ufffdte\r\n")


def test_the_same_documents_give_the_same_bytes(tmp_path: Path) -> None:
    for name in ("one", "two"):
        exported("cas-xmi", tmp_path / name)
    files = [path for path in sorted((tmp_path / "one").rglob("*")) if path.is_file()]
    assert len(files) == 5
    for path in files:
        assert path.read_bytes() == (tmp_path / "two" / path.relative_to(tmp_path / "one")).read_bytes()


def held(value: Value) -> Value:
    """As XML can hold it."""
    if isinstance(value, str):
        return FORBIDDEN.sub("\ufffd", value)
    return [held(item) for item in value] if isinstance(value, list) else value


def is_simple(value: Value) -> bool:
    texts = isinstance(value, list) and all(isinstance(item, str) for item in value)
    return texts or not (value is None or isinstance(value, list | dict))


@given(documents())
def test_everything_it_carries_comes_back(drawn: Document) -> None:
    entry = Entry("a.txt", replace(drawn, annotator="sam"), built_in_scheme())
    kept = {item.id: item for item in entry.annotations if not item.displaced}
    assume(len({held(id) for id in kept}) == len(kept))
    with tempfile.TemporaryDirectory() as folder:
        exported("cas-xmi", Path(folder, "out"), entries=[entry])
        (found,) = read(Path(folder, "out"))
    assert found.text == held(entry.text)
    assert found.annotator == "sam"
    for item, back in zip(
        kept.values(), sorted(found.annotations, key=lambda item: [*map(held, kept)].index(item.id)), strict=True
    ):
        assert (back.span, back.label, back.note) == (item.span, item.label, held(item.note))
        assert back.attributes.keys() == item.attributes.keys()
        for name, value in item.attributes.items():
            if is_simple(value):
                assert back.attributes[name] == held(value)
                assert type(back.attributes[name]) is type(value)
    joined = [item for item in entry.relations if {item.source, item.target} <= kept.keys()]
    assert [(item.type, item.source) for item in found.relations] == [(item.type, held(item.source)) for item in joined]


DKPRO = "http:///de/tudarmstadt/ukp/dkpro/core/api"
HEAD = (
    '<?xml version="1.0" encoding="UTF-8"?><xmi:XMI xmlns:xmi="http://www.omg.org/XMI" '
    'xmlns:cas="http:///uima/cas.ecore" xmlns:custom="http:///webanno/custom.ecore" '
    f'xmlns:seg="{DKPRO}/segmentation/type.ecore" xmlns:ner="{DKPRO}/ner/type.ecore" '
    f'xmlns:dep="{DKPRO}/syntax/type/dependency.ecore" xmlns:meta="{DKPRO}/metadata/type.ecore" xmi:version="2.0">'
)
SOFA = (
    '<cas:Sofa xmi:id="1" sofaNum="1" sofaID="_InitialView" sofaString="{}"/><cas:View sofa="1" members=""/></xmi:XMI>'
)
FOREIGN = (
    HEAD
    + """
<meta:DocumentMetaData xmi:id="2" sofa="1" begin="0" end="20" documentTitle="Bus story"/>
<seg:Token xmi:id="3" sofa="1" begin="0" end="3"/><seg:Token xmi:id="4" sofa="1" begin="5" end="7"/>
<seg:Sentence xmi:id="5" sofa="1" begin="0" end="3"/>
<dep:ROOT xmi:id="6" sofa="1" begin="0" end="3" Governor="3" Dependent="3"/>
<ner:NamedEntity xmi:id="7" sofa="1" begin="5" end="7" value="OBJ" note="mine" identifier="Q5638"/>
<custom:Claim xmi:id="8" sofa="1" begin="8" end="12" score="1.5" sure="true" seen="3" topic="7"><tags>a</tags>
<tags>b</tags></custom:Claim>
<custom:Claim xmi:id="9" sofa="1" begin="4" end="4"/><custom:Claim xmi:id="10" sofa="2" begin="0" end="2"/>
<custom:Supports xmi:id="11" sofa="1" begin="5" end="7" Governor="8" Dependent="7" strength="high"/>
<custom:Supports xmi:id="12" sofa="1" begin="5" end="7" Governor="8" Dependent="9"/>
<custom:Link xmi:id="13" role="x" target="8"/>
"""
    + SOFA.format("The&#13;&#10;🚌 left.")
)
TYPES = """<typeSystemDescription xmlns="http://uima.apache.org/resourceSpecifier"><types>
<typeDescription><name>webanno.custom.Claim</name><description>Somebody says so</description>
<supertypeName>webanno.custom.Base</supertypeName><features>
<featureDescription><name>score</name><rangeTypeName>uima.cas.Double</rangeTypeName></featureDescription>
<featureDescription><name>sure</name><rangeTypeName>uima.cas.Boolean</rangeTypeName></featureDescription>
<featureDescription><name>topic</name><rangeTypeName>webanno.custom.Topic</rangeTypeName></featureDescription>
</features></typeDescription>
<typeDescription><name>webanno.custom.Base</name><supertypeName>uima.tcas.Annotation</supertypeName><features>
<featureDescription><name>seen</name><rangeTypeName>uima.cas.Integer</rangeTypeName></featureDescription>
</features></typeDescription></types></typeSystemDescription>"""
TAKEN = [
    Annotation("7", "NamedEntity", Span(4, 5), {"value": "OBJ", "identifier": "Q5638"}, "mine"),
    Annotation("8", "Claim", Span(6, 10), {"score": 1.5, "sure": True, "seen": 3, "tags": ["a", "b"]}),
    Relation("11", "Supports", "8", "7", extra={"x-cas-xmi": {"strength": "high"}}),
    Relation("8-topic-7", "topic", "8", "7"),
]


def test_what_others_made_is_taken(tmp_path: Path) -> None:
    (tmp_path / "TypeSystem.xml").write_text(TYPES, "utf-8")
    (tmp_path / "sub").mkdir()
    (tmp_path / "sub" / "story.xmi").write_text(FOREIGN, "utf-8")
    report = Report()
    (found,) = read(tmp_path, report)
    assert found.path == "sub/story.txt"
    assert found.text == "The\n🚌 left."
    assert [*found.annotations, *found.relations] == TAKEN
    assert [(loss.what, loss.id) for loss in report.losses] == [
        ("left out", "9"),
        ("left out", "10"),
        ("left out", "12"),
    ]
    assert [note.split(" are ")[0] for note in report.notes] == [
        "1 of Link",
        "1 of ROOT",
        "1 of Sentence",
        "2 of Token",
    ]
    assert read(tmp_path / "sub" / "story.xmi")[0].annotations[1].attributes["score"] == "1.5"


def test_what_has_no_place_comes_back_out(tmp_path: Path) -> None:
    claim, source = (annotation(id, "claim", LATIN, "said") for id in ("c1", "s1"))
    relation = Relation(
        "r1", "attributed_to", "c1", "s1", extra={"x-cas-xmi": {"strength": "high", "tags": ["a"]}, "z": 1}
    )
    exported("cas-xmi", tmp_path, entries=[entry_with(claim, source, relation)])
    (attributed,) = cas_of(tmp_path, "a").select(f"{CUSTOM}AttributedTo")
    assert (attributed.strength, attributed.tags.elements) == ("high", ["a"])
    assert read(tmp_path)[0].relations == (altered(relation, extra={"x-cas-xmi": {"strength": "high", "tags": ["a"]}}),)


def test_the_archives_that_inception_makes_are_read(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "export.zip", "w") as archive:
        archive.writestr("story.xmi", FOREIGN)
        archive.writestr("TypeSystem.xml", TYPES)
    (found,) = read(tmp_path / "export.zip")
    assert [*found.annotations, *found.relations] == TAKEN
    assert found.path == "story.txt"


SLOTS = """
<custom:Person xmi:id="3" sofa="1" begin="0" end="4"/><custom:Place xmi:id="4" sofa="1" begin="15" end="19"/>
<custom:Move xmi:id="5" sofa="1" begin="5" end="11" roles="{}"/>
<custom:MoveRolesLink xmi:id="6" role="wer" target="3"/><custom:MoveRolesLink xmi:id="7" role="" target="4"/>
<custom:MoveRolesLink xmi:id="8" role="wann" target="99"/><custom:Remark xmi:id="9" text="Stimmt das?"/>
<cas:FSArray xmi:id="20" elements="6 7 8"/>
"""
SLOT_TYPES = """<?xml version="1.0"?><typeSystemDescription xmlns="http://uima.apache.org/resourceSpecifier"><types>
<typeDescription><name>webanno.custom.Move</name><supertypeName>uima.tcas.Annotation</supertypeName><features>
<featureDescription><name>roles</name><rangeTypeName>uima.cas.FSArray</rangeTypeName>
<elementType>webanno.custom.MoveRolesLink</elementType></featureDescription></features></typeDescription>
</types></typeSystemDescription>"""


@pytest.mark.parametrize("value", ["6 7 8", "20"])
@pytest.mark.parametrize("types", ["", SLOT_TYPES])
def test_slots_are_relations_by_their_roles(tmp_path: Path, value: str, types: str) -> None:
    text = HEAD + SLOTS.format(value) + SOFA.format("Anna reiste nach حلب.")
    (tmp_path / "a.xmi").write_text(text, "utf-8")
    if types:
        (tmp_path / "TypeSystem.xml").write_text(types, "utf-8")
    report = Report()
    (found,) = read(tmp_path, report)
    assert [*found.relations] == [Relation("6", "wer", "5", "3"), Relation("7", "roles", "5", "4")]
    assert [(loss.what, loss.kind, loss.id) for loss in report.losses] == [("left out", "relation", "8")]
    assert report.notes == ["1 of Remark are left out, as they mark no words."]
    assert all("roles" not in item.attributes for item in found.annotations)


CLAIM = '<custom:Claim xmi:id="8" sofa="1" begin="{}" end="{}"/>'


@pytest.mark.parametrize(
    ("data", "about"),
    [
        (FOREIGN[:900], "not valid XML"),
        (FOREIGN.encode("utf-16")[:901], "not valid XML"),
        (b"\xff\xfe\xfd", "not valid XML"),
        (FOREIGN.replace("?>", '?><!DOCTYPE x [<!ENTITY a "b">]>', 1), "document type"),
        ("<a>" * 300 + "</a>" * 300, "nested more than"),
        ("<TEI/>", "not a CAS XMI"),
        (HEAD + "</xmi:XMI>", "It has no text"),
    ],
)
def test_bad_files_get_a_sentence(tmp_path: Path, data: str | bytes, about: str) -> None:
    (tmp_path / "in.xmi").write_bytes(data if isinstance(data, bytes) else data.encode())
    with pytest.raises(ForeignError, match=about) as caught:
        read(tmp_path)
    assert caught.value.place == "in.xmi"
    assert caught.value.sentence.endswith(".")


@pytest.mark.parametrize(
    ("bad", "why"),
    [
        (CLAIM.format(3, 1), "it ends before it starts"),
        (CLAIM.format(-1, 1), "not whole numbers"),
        (CLAIM.format("²", 9), "not whole numbers"),
        (CLAIM.format(0, "9" * 5000), "not whole numbers"),
        (CLAIM.format(0, 1).replace('xmi:id="8"', ""), "no xmi:id"),
    ],
)
def test_an_annotation_that_is_wrong_is_left_out_by_itself(tmp_path: Path, bad: str, why: str) -> None:
    good = CLAIM.format(1, 3).replace('xmi:id="8"', 'xmi:id="9"')
    (tmp_path / "in.xmi").write_text(HEAD + bad + good + SOFA.format("abcd"), "utf-8")
    report = Report()
    (incoming,) = read(tmp_path, report)
    assert [item.span for item in incoming.annotations] == [Span(1, 3)]
    assert [(loss.what, loss.kind) for loss in report.losses] == [("left out", "annotation")]
    assert why in report.losses[0].why


def test_bad_surroundings_get_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(ForeignError, match="no files that end in"):
        read(tmp_path)
    with pytest.raises(FileError, match="not there"):
        read(tmp_path / "in.xmi")
    (tmp_path / "in.zip").write_bytes(b"PK")
    with pytest.raises(ForeignError, match="not a zip archive"):
        read(tmp_path / "in.zip")
    (tmp_path / "in.xmi").write_text(FOREIGN, "utf-8")
    (tmp_path / "TypeSystem.xml").write_text("<types/>", "utf-8")
    with pytest.raises(ForeignError, match="not a type system"):
        read(tmp_path)


def test_types_that_are_their_own_parents_do_not_hang(tmp_path: Path) -> None:
    (tmp_path / "in.xmi").write_text(HEAD + CLAIM.format(0, 1) + SOFA.format("abcd"), "utf-8")
    (tmp_path / "TypeSystem.xml").write_text(TYPES.replace("uima.tcas.Annotation", "webanno.custom.Claim"), "utf-8")
    assert not read(tmp_path)[0].annotations


def test_an_offset_behind_the_end_is_for_the_importer_to_report(tmp_path: Path) -> None:
    (tmp_path / "in.xmi").write_text(HEAD + CLAIM.format(0, 99) + SOFA.format("abcd"), "utf-8")
    assert read(tmp_path)[0].annotations[0].span == Span(0, 99)
