"""W3C Web Annotations: expanded by pyld, their offsets checked by STAM, taken in again, and those of other programs."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from hypothesis import given

from annotator.interop.foreign.errors import ForeignError
from annotator.interop.format import Incoming
from annotator.interop.formats.web_annotation.format import FORMAT
from annotator.interop.options import Options
from annotator.interop.report import Loss, Report
from annotator.model.document import Document
from annotator.model.entry import Entry
from annotator.storage.schemes.scheme_lookup import built_in_scheme
from tests.support.document_strategies import documents
from tests.support.entry_strategies import unchecked
from tests.support.hard_entries import ARABIC, CHINESE, LATIN, document, exported, hard_entries

OA = "http://www.w3.org/ns/oa#"
CONTEXT = {
    "oa": OA,
    "dcterms": "http://purl.org/dc/terms/",
    "as": "http://www.w3.org/ns/activitystreams#",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
    "id": "@id",
    "type": "@type",
    "Annotation": "oa:Annotation",
    "TextualBody": "oa:TextualBody",
    "TextPositionSelector": "oa:TextPositionSelector",
    "TextQuoteSelector": "oa:TextQuoteSelector",
    "Person": "http://xmlns.com/foaf/0.1/Person",
    "name": "http://xmlns.com/foaf/0.1/name",
    "AnnotationCollection": "as:OrderedCollection",
    "AnnotationPage": "as:OrderedCollectionPage",
    "first": {"@id": "as:first", "@type": "@id"},
    "items": {"@id": "as:items", "@type": "@id", "@container": "@list"},
    "total": {"@id": "as:totalItems", "@type": "xsd:nonNegativeInteger"},
    "startIndex": {"@id": "as:startIndex", "@type": "xsd:nonNegativeInteger"},
    "tagging": "oa:tagging",
    "commenting": "oa:commenting",
    "linking": "oa:linking",
    "describing": "oa:describing",
    "motivation": {"@id": "oa:motivatedBy", "@type": "@vocab"},
    "purpose": {"@id": "oa:hasPurpose", "@type": "@vocab"},
    "body": {"@id": "oa:hasBody", "@type": "@id"},
    "target": {"@id": "oa:hasTarget", "@type": "@id"},
    "source": {"@id": "oa:hasSource", "@type": "@id"},
    "selector": {"@id": "oa:hasSelector", "@type": "@id"},
    "creator": {"@id": "dcterms:creator", "@type": "@id"},
    "created": {"@id": "dcterms:created", "@type": "xsd:dateTime"},
    "modified": {"@id": "dcterms:modified", "@type": "xsd:dateTime"},
    "value": "rdf:value",
    "exact": "oa:exact",
    "prefix": "oa:prefix",
    "suffix": "oa:suffix",
    "start": {"@id": "oa:start", "@type": "xsd:nonNegativeInteger"},
    "end": {"@id": "oa:end", "@type": "xsd:nonNegativeInteger"},
}
"""The terms of the W3C's own context that are used here, with its addresses: no package ships the whole."""

TEXTS = {"aleppo.txt": LATIN, "news/arabic.txt": ARABIC, "chinese.md": CHINESE}
HEAD = {"@context": "http://www.w3.org/ns/anno.jsonld", "type": "Annotation"}


def read(path: Path, report: Report | None = None) -> list[Incoming]:
    assert FORMAT.read
    return list(FORMAT.read(path, report or Report()))


def items(path: Path) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(path.read_text("utf-8"))["first"]["items"]
    return found


def marks(path: Path) -> list[dict[str, Any]]:
    return [item for item in items(path) if item["motivation"] == "tagging"]


@pytest.fixture
def jsonld() -> ModuleType:
    """pyld, with the context at hand: nothing is fetched."""
    pyld = pytest.importorskip("pyld")

    def load(url: str, options: dict[str, Any]) -> dict[str, Any]:
        assert url == "http://www.w3.org/ns/anno.jsonld"
        return {"contextUrl": None, "documentUrl": url, "document": {"@context": CONTEXT}}

    pyld.jsonld.set_document_loader(load)
    module: ModuleType = pyld.jsonld
    return module


def test_pyld_sees_every_annotation_with_all_that_it_says(tmp_path: Path, jsonld: ModuleType) -> None:
    exported("web-annotation", tmp_path / "o.jsonld")
    (collection,) = jsonld.expand(json.loads((tmp_path / "o.jsonld").read_text("utf-8")))
    (page,) = collection["http://www.w3.org/ns/activitystreams#first"]
    (listed,) = page["http://www.w3.org/ns/activitystreams#items"]
    by_id = {item["@id"]: item for item in listed["@list"]}
    assert len(by_id) == 4 + 18 + 5
    claim = by_id["urn:annotator:annotation:aleppo.txt::c1"]
    assert claim[f"{OA}motivatedBy"] == [{"@id": f"{OA}tagging"}]
    assert claim["urn:annotator:terms:attributes"] == [{"@type": "@json", "@value": {"kind": "event"}}]
    values = [body["http://www.w3.org/1999/02/22-rdf-syntax-ns#value"][0]["@value"] for body in claim[f"{OA}hasBody"]]
    assert values == ["claim", 'Check “=SUM(1)”, then\n"ask".']
    position, quote = claim[f"{OA}hasTarget"][0][f"{OA}hasSelector"]
    start, end = (position[f"{OA}{key}"][0]["@value"] for key in ("start", "end"))
    assert quote[f"{OA}exact"][0]["@value"] == LATIN[start:end] == "Some 40,000 people left cafe\u0301s and homes"
    arrow = by_id["urn:annotator:relation:aleppo.txt::r1"]
    assert arrow[f"{OA}hasTarget"] == [{"@id": "urn:annotator:annotation:aleppo.txt::c1"}]
    assert arrow[f"{OA}hasBody"][1] == {"@id": "urn:annotator:annotation:aleppo.txt::s1"}


def test_no_word_of_it_gets_lost_as_rdf(tmp_path: Path, jsonld: ModuleType) -> None:
    exported("web-annotation", tmp_path / "o.jsonld")
    quads = jsonld.to_rdf(json.loads((tmp_path / "o.jsonld").read_text("utf-8")))["@default"]
    exact = {quad["object"]["value"] for quad in quads if quad["predicate"]["value"] == f"{OA}exact"}
    assert exact == {
        item.span.of(entry.text) for entry in hard_entries() for item in entry.document.annotations.values()
    }
    creators = [quad for quad in quads if quad["predicate"]["value"] == "http://purl.org/dc/terms/creator"]
    assert len(creators) == 6 + 6  # all that alice's and bob's documents have


def test_stam_finds_the_same_words_at_the_offsets(tmp_path: Path) -> None:
    stam = pytest.importorskip("stam")
    exported("web-annotation", tmp_path / "o.jsonld")
    store = stam.AnnotationStore(id="store")
    resources = {path: store.add_resource(id=path, text=text) for path, text in TEXTS.items()}
    found = 0
    for item in marks(tmp_path / "o.jsonld"):
        position, quote = item["target"]["selector"]
        resource = resources[item["target"]["source"]]
        made = store.annotate(
            stam.Selector.textselector(resource, stam.Offset.simple(position["start"], position["end"])),
            {"key": "label", "value": item["body"][0]["value"], "set": "labels"},
            item["id"],
        )
        assert str(made) == quote["exact"]
        start, end = position["start"], position["end"]
        assert resource.text()[:start][-32:] == quote.get("prefix", "")
        assert resource.text()[end:][:32] == quote.get("suffix", "")
        found += 1
    assert found == 18


def test_what_stam_writes_is_read(tmp_path: Path) -> None:
    """Words are quoted nowhere in it, so the offsets alone count."""
    stam = pytest.importorskip("stam")
    store = stam.AnnotationStore(id="store")
    resource = store.add_resource(id="https://example.org/chinese.md", text=CHINESE)
    offset = stam.Offset.simple(24, 30)
    made = store.annotate(
        stam.Selector.textselector(resource, offset),
        {"key": "http://www.w3.org/ns/oa#tagging", "value": "claim", "set": "https://example.org/set"},
        "https://example.org/a1",
    )
    (tmp_path / "in.jsonl").write_text(made.webannotation() + "\n", "utf-8")
    (incoming,) = read(tmp_path / "in.jsonl")
    assert incoming.path == "chinese.md"
    (item,) = incoming.annotations
    assert item.span.of(CHINESE) == "𠮷野家关门了"
    assert not incoming.unplaced


def test_everything_comes_back(tmp_path: Path) -> None:
    report = exported("web-annotation", tmp_path / "o.jsonld")
    assert report.is_whole
    assert not report.not_carried
    back = read(tmp_path / "o.jsonld")
    for entry, incoming in zip(hard_entries(), back, strict=True):
        assert {item.id: item for item in incoming.annotations} == entry.document.annotations
        assert {item.id: item for item in incoming.relations} == entry.document.relations
        assert (incoming.path, incoming.read) == (entry.path, entry.document.read)
        assert (incoming.annotator, incoming.status) == (entry.document.annotator, entry.document.status.value)
        assert incoming.sha256 == entry.document.article.sha256
        assert incoming.quotes == {item.id: item.span.of(entry.text) for item in incoming.annotations}


@given(documents())
def test_any_document_comes_back(tmp_path_factory: pytest.TempPathFactory, document: Document) -> None:
    kept = {id: item for id, item in document.annotations.items() if not item.displaced}
    document = unchecked(replace(document, annotations=kept))
    kept = dict(document.annotations)
    target = tmp_path_factory.mktemp("any") / "o.jsonld"
    exported("web-annotation", target, entries=[Entry("a b/ü.txt", document, built_in_scheme())])
    (back,) = read(target)
    assert back.path == "a b/ü.txt"
    assert {item.id: item for item in back.annotations} == kept
    joined = {r.id: r for r in document.relations.values() if r.source in kept and r.target in kept}
    assert {item.id: item for item in back.relations} == joined
    assert back.quotes == {id: item.span.of(document.article.text) for id, item in kept.items()}
    assert (back.extra, back.article) == (document.extra, document.article_extra)
    assert (back.annotator, back.scheme, back.read) == (document.annotator, document.scheme, document.read)


def test_without_the_text_there_are_no_words(tmp_path: Path) -> None:
    exported("web-annotation", tmp_path / "o.jsonld", Options(with_text=False))
    text = (tmp_path / "o.jsonld").read_text("utf-8")
    assert "40,000 people" not in text
    assert "TextQuoteSelector" not in text
    assert hard_entries()[0].document.article.sha256 in text


RECOGITO = [
    HEAD
    | {
        "id": "#one",
        "body": [
            {"type": "TextualBody", "purpose": "tagging", "value": "figure"},
            {"type": "TextualBody", "purpose": "commenting", "value": "Is it?", "created": "2024-01-01T00:00:00Z"},
            {"type": "TextualBody", "purpose": "tagging", "value": "large"},
        ],
        "target": {
            "selector": [
                {"type": "TextQuoteSelector", "exact": "Some 40,000"},
                {"type": "TextPositionSelector", "start": 31, "end": 42},
            ]
        },
        "stylesheet": {"value": "red"},
    },
    HEAD
    | {
        "id": "#two",
        "body": {"type": "TextualBody", "value": "No tag.", "format": "text/plain"},
        "target": {"selector": {"type": "TextQuoteSelector", "exact": "Peter Maurer", "suffix": ", the Red"}},
    },
    HEAD
    | {
        "id": "#three",
        "motivation": "linking",
        "body": [{"type": "TextualBody", "purpose": "tagging", "value": "said by"}],
        "target": [{"id": "#one"}, {"id": "#two"}],
    },
]


def test_recogitos_annotations_and_its_relations(tmp_path: Path) -> None:
    (tmp_path / "aleppo.json").write_text(json.dumps(RECOGITO))
    report = Report()
    (incoming,) = read(tmp_path / "aleppo.json", report)
    assert incoming.path == "aleppo"
    one, two = incoming.annotations
    assert (one.label, one.note, one.span.of(LATIN)) == ("figure", "Is it?", "Some 40,000")
    assert (two.label, two.note) == ("annotation", "No tag.")
    assert incoming.unplaced == {"#two"}
    assert incoming.quotes == {"#one": "Some 40,000", "#two": "Peter Maurer"}
    assert incoming.around["#two"] == ("", ", the Red")
    (relation,) = incoming.relations
    assert (relation.type, relation.source, relation.target) == ("said by", "#one", "#two")
    why = "who wrote its tag or comment, and when or in which language, is left out"
    assert report.losses == [Loss("altered", "annotation", "aleppo.json", id, why) for id in ("#one", "#two")]


def test_what_there_is_no_place_for_comes_out_again(tmp_path: Path) -> None:
    (tmp_path / "in.json").write_text(json.dumps(RECOGITO))
    (incoming,) = read(tmp_path / "in.json")
    entry = Entry("aleppo.txt", document("aleppo.txt", LATIN, incoming.annotations[0]), built_in_scheme())
    exported("web-annotation", tmp_path / "o.jsonld", entries=[entry])
    (item,) = marks(tmp_path / "o.jsonld")
    assert item["stylesheet"] == {"value": "red"}
    assert item["body"][2] == {"type": "TextualBody", "purpose": "tagging", "value": "large"}
    assert "extra" not in item
    (again,) = read(tmp_path / "o.jsonld")
    assert again.annotations == (incoming.annotations[0],)


def test_hypothesis_counts_in_the_page_so_its_quotes_count(tmp_path: Path) -> None:
    selectors = [
        {"type": "RangeSelector", "startContainer": "/div[1]", "startOffset": 3},
        {"type": "TextPositionSelector", "start": 9000, "end": 9012},
        {"type": "TextQuoteSelector", "exact": "Peter Maurer", "prefix": "said ", "suffix": ", the"},
    ]
    page = "https://news.example/2016/aleppo.html"
    mark = {
        "id": "AbC",
        "created": "2024-05-01T10:00:00.123456+02:00",
        "updated": "2024-05-01T08:00:01+00:00",
        "user": "acct:sam@hypothes.is",
        "uri": page,
        "text": "Who?",
        "tags": ["source", "person"],
        "target": [{"source": page, "selector": selectors}],
        "group": "__world__",
    }
    reply = mark | {"id": "DeF", "target": [{"source": page}], "references": ["AbC"]}
    (tmp_path / "in.json").write_text(json.dumps({"export_userid": "x", "annotations": [mark, reply]}))
    report = Report()
    (incoming,) = read(tmp_path / "in.json", report)
    assert (incoming.path, incoming.annotator) == ("aleppo", "sam")
    (item,) = incoming.annotations
    assert (item.label, item.note, item.created) == ("source", "Who?", "2024-05-01T08:00:00Z")
    assert item.modified == "2024-05-01T08:00:01Z"
    assert incoming.unplaced == {"AbC"}
    assert incoming.quotes == {"AbC": "Peter Maurer"}
    kept = item.extra["x-web-annotation"]
    assert isinstance(kept, dict)
    assert kept["selector"] == [selectors[0]]
    assert kept["keys"] == {"hypothesis": {"group": "__world__"}}
    assert [(loss.id, loss.why) for loss in report.losses] == [
        ("DeF", "it answers another annotation, and marks no words itself")
    ]


def test_offsets_in_a_part_are_none_of_the_article(tmp_path: Path) -> None:
    inner = {"type": "TextPositionSelector", "start": 2, "end": 5}
    quote = {"type": "TextQuoteSelector", "exact": "Maurer"}
    paragraph = {"type": "CssSelector", "value": "#p2"}
    rows = [
        HEAD | {"id": "u:1", "target": {"source": "a.txt", "selector": paragraph | {"refinedBy": inner}}},
        HEAD | {"id": "u:2", "target": {"source": "a.txt", "selector": paragraph | {"refinedBy": quote}}},
        HEAD | {"id": "u:3", "target": {"source": "a.txt", "selector": inner | {"refinedBy": quote}}},
    ]
    (tmp_path / "in.json").write_text(json.dumps({"type": "AnnotationPage", "items": rows}))
    report = Report()
    (incoming,) = read(tmp_path / "in.json", report)
    assert [item.id for item in incoming.annotations] == ["u:2", "u:3"]
    assert incoming.unplaced == {"u:2", "u:3"}
    assert [loss.id for loss in report.losses] == ["u:1"]


def test_several_places_are_several_annotations(tmp_path: Path) -> None:
    places = [
        {"source": "a.txt", "selector": {"type": "TextPositionSelector", "start": at, "end": at + 2}} for at in (0, 5)
    ]
    row = HEAD | {"id": "u:1", "motivation": "oa:highlighting", "target": places}
    (tmp_path / "in.json").write_text(json.dumps(row))
    (incoming,) = read(tmp_path / "in.json")
    assert [(item.id, item.label, item.span.start) for item in incoming.annotations] == [
        ("u:1", "highlighting", 0),
        ("u:1-2", "highlighting", 5),
    ]


def test_what_else_is_lost_is_reported(tmp_path: Path) -> None:
    selector = {"type": "TextPositionSelector", "start": 0, "end": 2}
    maker = {"id": "https://example.org/sam", "name": "Sam"}
    rows = [
        HEAD | {"id": "u:1", "creator": maker, "target": {"source": "a.txt", "selector": selector}},
        HEAD | {"id": "u:1", "creator": "Sam", "target": {"source": "a.txt", "selector": selector}},
        {"id": "u:2", "type": "Image"},
    ]
    page = {"type": "AnnotationPage", "items": rows, "next": "https://example.org/page2"}
    (tmp_path / "in.json").write_text(json.dumps({"type": "AnnotationCollection", "first": page}))
    report = Report()
    (incoming,) = read(tmp_path / "in.json", report)
    assert incoming.annotator == "Sam"
    assert [item.id for item in incoming.annotations] == ["u:1", "u:1-2"]
    assert [(loss.what, loss.id, loss.why) for loss in report.losses] == [
        ("altered", "u:1", "only the name of its creator is kept"),
        ("left out", "u:2", "it is not an annotation"),
    ]
    assert report.notes == ["The file names further pages of annotations, which are not in it."]


def test_a_relation_to_nowhere_is_reported(tmp_path: Path) -> None:
    (tmp_path / "in.json").write_text(json.dumps(RECOGITO[1:]))
    report = Report()
    (incoming,) = read(tmp_path / "in.json", report)
    assert not incoming.relations
    assert ("#three", "an annotation that it joins is not there, or belongs to another document") in [
        (loss.id, loss.why) for loss in report.losses
    ]


def _one(**more: Any) -> bytes:
    return json.dumps([HEAD | more]).encode()


@pytest.mark.parametrize(
    ("data", "about"),
    [
        (b'{"type": "AnnotationPage", "items": [', "not valid JSON"),
        (b"\xff[]", "not UTF-8"),
        (b"[" * 100_000, "nested too deep"),
        (b"[1]", "not a JSON object"),
        (b"12", "not a JSON object"),
        (b'{"name": "something else"}', "no W3C annotations"),
        (
            b'{"type": "AnnotationCollection", "first": "https://example.org/page1"}',
            "It has only the addresses of its pages",
        ),
        (_one(body=[3]), "annotation 1: A “body” must be"),
        (_one(target=3), "annotation 1: A “target” must be"),
        (
            _one(target={"selector": {"type": "TextPositionSelector", "start": -1, "end": 2}}),
            "annotation 1: “start” must be a whole number",
        ),
        (_one(target={"selector": {"type": "TextQuoteSelector", "exact": 2}}), "annotation 1: “exact” must be text"),
        (_one(id="urn:annotator:document:a::", target="a", document={"read": [[3, 3]]}), "two rising whole numbers"),
        (_one(id=5), "“id” must be text"),
    ],
)
def test_bad_files_get_a_sentence(tmp_path: Path, data: bytes, about: str) -> None:
    (tmp_path / "in.jsonld").write_bytes(data)
    with pytest.raises(ForeignError, match=about) as caught:
        read(tmp_path / "in.jsonld")
    assert caught.value.sentence.endswith(".")


def test_the_same_documents_give_the_same_bytes(tmp_path: Path) -> None:
    for name in ("a", "b"):
        exported("web-annotation", tmp_path / name)
    assert (tmp_path / "a").read_bytes() == (tmp_path / "b").read_bytes()
