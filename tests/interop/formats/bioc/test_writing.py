"""BioC as it is written: read by the package ``bioc``, held against the document type, and taken in again."""

from __future__ import annotations

import tempfile
from dataclasses import replace
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from hypothesis import assume, given
from lxml import etree

from annotator.interop.foreign.errors import ForeignError
from annotator.interop.format import Incoming
from annotator.interop.formats.bioc.format import FORMAT
from annotator.interop.report import Report
from annotator.interop.xml.writing import FORBIDDEN, fits
from annotator.model.annotation import Annotation, Relation, Value
from annotator.model.document import Document
from annotator.model.entry import Entry
from annotator.model.span import Span
from annotator.storage.schemes.scheme_lookup import built_in_scheme
from tests.support.document_strategies import documents
from tests.support.hard_entries import LATIN, annotation, document, exported, hard_entries

DOCUMENT_TYPE = """
<!ELEMENT collection (source, date, key, infon*, document*)>
<!ELEMENT document (id, infon*, passage+, relation*)>
<!ELEMENT passage (infon*, offset, ((text?, annotation*) | sentence*), relation*)>
<!ELEMENT sentence (infon*, offset, text?, annotation*, relation*)>
<!ELEMENT annotation (infon*, location*, text)>
<!ELEMENT relation (infon*, node*)>
<!ELEMENT location EMPTY><!ELEMENT node EMPTY>
<!ELEMENT source (#PCDATA)><!ELEMENT date (#PCDATA)><!ELEMENT key (#PCDATA)><!ELEMENT id (#PCDATA)>
<!ELEMENT infon (#PCDATA)><!ELEMENT offset (#PCDATA)><!ELEMENT text (#PCDATA)>
<!ATTLIST infon key CDATA #REQUIRED><!ATTLIST annotation id CDATA #IMPLIED><!ATTLIST relation id CDATA #IMPLIED>
<!ATTLIST location offset CDATA #REQUIRED length CDATA #REQUIRED>
<!ATTLIST node refid CDATA #REQUIRED role CDATA "">
"""
"""What the format's description allows, and a collection without documents."""


def written(path: Path, *entries: Entry) -> tuple[Path, Report]:
    target = path / "out.xml"
    return target, exported("bioc", target, entries=[*entries])


def read(path: Path) -> list[Incoming]:
    assert FORMAT.read
    return list(FORMAT.read(path, Report()))


def collection_of(path: Path) -> Any:
    """Return the collection as the package ``bioc`` reads it and finds it valid."""
    bioc = pytest.importorskip("bioc")
    collection = bioc.loads(path.read_text("utf-8"))
    bioc.validate(collection)
    return collection


def passages_in(path: Path) -> list[str]:
    return [each.findtext("text") or "" for each in etree.parse(path).iterfind(".//passage")]


def entry_with(*items: Annotation | Relation, text: str = LATIN) -> Entry:
    return Entry("a.txt", document("a.txt", text, *items), built_in_scheme())


def test_the_package_finds_words_infons_and_relations(tmp_path: Path) -> None:
    path, report = written(tmp_path, *hard_entries())
    assert report.is_whole
    assert report.not_carried == {"times", "read ranges"}
    found = collection_of(path)
    assert [each.id for each in found.documents] == ["aleppo", "news/arabic.alice", "chinese.bob", "empty"]
    for entry, each in zip(hard_entries(), found.documents, strict=True):
        items = [item for passage in each.passages for item in passage.annotations]
        words = [(item.id, item.infons["type"], item.total_span.offset, item.text) for item in items]
        assert words == [(item.id, item.label, item.span.start, item.span.of(entry.text)) for item in entry.annotations]
        assert [item.infons.get("note", "") for item in items] == [item.note for item in entry.annotations]
        nodes = [[(node.refid, node.role) for node in relation.nodes] for relation in each.relations]
        assert nodes == [[(item.source, "source"), (item.target, "target")] for item in entry.relations]
        assert [item.infons["type"] for item in each.relations] == [item.type for item in entry.relations]


def test_the_package_finds_values_as_text_or_as_json(tmp_path: Path) -> None:
    path, _ = written(tmp_path, *hard_entries())
    first = collection_of(path).documents[0]
    items = {item.id: item.infons for passage in first.passages for item in passage.annotations}
    assert items["f1"] == {
        "type": "figure",
        "value": "40000",
        "modifier": "about",
        "unit": "people",
        "annotator:json": '["value"]',
    }
    assert items["c2"]["evidence"] == '["https://example.org/a?b=c&d","x"]'


def test_what_is_known_of_an_article_is_infons_of_its_document(tmp_path: Path) -> None:
    about: dict[str, Value] = {
        "attributes": {"title": "Leaving", "verdict": ["a", "b"], "type": "news"},
        "origin": {"file": "a.html"},
    }
    entry = entry_with()
    entry = replace(entry, document=replace(entry.document, article_extra=about, annotator="sam"), split="dev")
    path, report = written(tmp_path, entry)
    assert report.is_whole
    (found,) = read(path)
    assert (found.path, found.annotator, found.scheme) == ("a.txt", "sam", "claims-sources-figures")
    assert (found.status, found.article, found.extra) == ("done", about, {})
    assert collection_of(path).documents[0].infons == {
        "annotator:path": "a.txt",
        "annotator:annotator": "sam",
        "annotator:scheme": "claims-sources-figures",
        "annotator:status": "done",
        "annotator:split": "dev",
        "annotator:article": '{"origin":{"file":"a.html"}}',
        "title": "Leaving",
        "verdict": '["a","b"]',
        "attribute:type": "news",
        "annotator:json": '["verdict"]',
    }


def test_passages_are_paragraphs_that_no_annotation_joins(tmp_path: Path) -> None:
    text = "\nOne 👩‍👩‍👧.\nTwo.\n\n\n  Three.\nFour.\n \nFive.\n\n"
    across = annotation("x", "claim", text, "Three.\nFour")
    path, _ = written(tmp_path, entry_with(across, annotation("y", "claim", text, "Five"), text=text))
    assert passages_in(path) == ["\nOne 👩‍👩‍👧.", "Two.\n", "  Three.\nFour.\n ", "Five.\n\n"]
    (found,) = read(path)
    assert found.text == text
    passages = collection_of(path).documents[0].passages
    assert [each.offset for each in passages] == [text.index(each.text) for each in passages]
    assert [[item.id for item in each.annotations] for each in passages] == [[], [], ["x"], ["y"]]


@pytest.mark.parametrize(
    ("text", "words", "passages"),
    [
        ("One.\n\nTwo.", "One.", ["One.", "Two."]),
        ("One.\n\nTwo.", "Two.", ["One.", "Two."]),
        ("One.\n\nTwo.", "One.\n", ["One.\n\nTwo."]),
        ("One.\n\nTwo.", "\nTwo", ["One.\n\nTwo."]),
        ("One.\n\nTwo.", "\n\n", ["One.\n\nTwo."]),
        (" \nOne.\nTwo.", "One.", [" \nOne.", "Two."]),
        ("\n \n", " ", ["\n \n"]),
    ],
)
def test_an_annotation_lies_within_its_passage(tmp_path: Path, text: str, words: str, passages: list[str]) -> None:
    path, _ = written(tmp_path, entry_with(annotation("a", "claim", text, words), text=text))
    assert passages_in(path) == passages
    (found,) = read(path)
    assert (found.text, found.annotations[0].span.of(text)) == (text, words)
    collection_of(path)


def test_the_document_type_allows_it(tmp_path: Path) -> None:
    path, _ = written(tmp_path, *hard_entries())
    rules = etree.DTD(StringIO(DOCUMENT_TYPE))
    assert rules.validate(etree.parse(path)), rules.error_log


def test_roles_of_another_program_come_back(tmp_path: Path) -> None:
    ends = [annotation("c", "claim", LATIN, "Some 40,000"), annotation("s", "source", LATIN, "Peter Maurer")]
    roles: dict[str, Value] = {"x-bioc": {"roles": ["what", "who"]}}
    path, _ = written(tmp_path, entry_with(*ends, Relation("r", "attributed_to", "c", "s", extra=roles)))
    (relation,) = read(path)[0].relations
    assert relation.extra == roles
    assert '<node refid="c" role="what"/><node refid="s" role="who"/>' in path.read_text("utf-8")


def test_what_xml_cannot_hold_is_replaced_and_told(tmp_path: Path) -> None:
    text = "Bell\x07 and \ufffe rings.\n"
    item = Annotation("a", "claim", Span(0, 9), {"k": "\x01", "words": ["\x02"]}, "\ufffe")
    other = annotation("b", "source", text, "rings")
    link = Relation("r", "attributed_to", "a", "b", note="\x03")
    path, report = written(tmp_path, entry_with(item, other, link, text=text))
    assert [(loss.what, loss.kind, loss.id) for loss in report.losses] == [
        ("altered", "document", ""),
        ("altered", "annotation", "a"),
        ("altered", "relation", "r"),
    ]
    (found,) = read(path)
    assert found.text == "Bell\ufffd and \ufffd rings.\n"
    assert found.annotations[0].span == item.span
    assert (found.annotations[0].note, found.relations[0].note) == ("\ufffd", "\ufffd")
    collection_of(path)


def test_another_program_may_have_keys_like_ours(tmp_path: Path) -> None:
    path, _ = written(tmp_path, entry_with(annotation("a", "claim", LATIN, "said", colour="red", type="x")))
    path.write_text(path.read_text("utf-8").replace('key="colour"', 'key="attribute:colour"'), "utf-8")
    assert read(path)[0].annotations[0].attributes == {"attribute:colour": "red", "type": "x"}


def test_values_that_claim_to_be_json_get_a_sentence(tmp_path: Path) -> None:
    path, _ = written(tmp_path, entry_with(annotation("a", "figure", LATIN, "40,000", value=40000)))
    path.write_text(path.read_text("utf-8").replace(">40000<", ">[40000<"), "utf-8")
    with pytest.raises(ForeignError, match="document 1: ") as caught:
        read(path)
    assert caught.value.sentence.endswith(".")


def test_markup_and_names_of_ours_are_no_danger(tmp_path: Path) -> None:
    attributes: dict[str, Value] = {
        "type": "]]></infon>",
        "note": None,
        "annotator:json": "[",
        "attribute:type": True,
        "a\tb\n": " & ",
        "": 1.5,
    }
    path, report = written(tmp_path, entry_with(Annotation('"<&>', "<x>", Span(0, 9), attributes, "\r\n")))
    assert report.is_whole
    (item,) = read(path)[0].annotations
    assert (item.id, item.label, item.note, item.attributes) == ('"<&>', "<x>", "\r\n", attributes)
    collection_of(path)


def held(value: Value) -> Value:
    """Return the value as XML can hold it."""
    return FORBIDDEN.sub("\ufffd", value) if isinstance(value, str) else value


@given(documents())
def test_everything_it_carries_comes_back(drawn: Document) -> None:
    entry = Entry("a.txt", replace(drawn, annotator="sam"), built_in_scheme())
    kept = {item.id: item for item in entry.annotations if not item.displaced}
    assume(len({held(id) for id in kept}) == len(kept))
    with tempfile.TemporaryDirectory() as folder:
        path, _ = written(Path(folder), entry)
        (found,) = read(path)
    assert (found.path, found.text, found.annotator) == ("a.txt", held(entry.text), "sam")
    assert found.status == held(entry.document.status.value)
    back = {item.id: item for item in found.annotations}
    for item in kept.values():
        same = back[str(held(item.id))]
        assert (same.label, same.span, same.note) == (held(item.label), item.span, held(item.note))
        assert_same(same.attributes, item.attributes)
    joined = [item for item in entry.relations if {item.source, item.target} <= kept.keys()]
    for link, relation in zip(found.relations, joined, strict=True):
        ends = (relation.type, relation.source, relation.target, relation.note)
        assert (link.type, link.source, link.target, link.note) == tuple(map(held, ends))
        assert_same(link.attributes, relation.attributes)


def assert_same(found: Any, given: Any) -> None:
    """Compare values with their types; of those that XML cannot hold their keys alone."""
    assume(len({held(key) for key in given}) == len(given))
    assert found.keys() == {held(key) for key in given}
    for key, value in given.items():
        if isinstance(value, str):
            assert found[held(key)] == held(value)
        elif fits(value):
            assert (found[held(key)], type(found[held(key)])) == (value, type(value))
