"""BioC in XML and JSON: one document in both, as other programs write it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from annotator.interop.foreign.errors import ForeignError
from annotator.interop.format import Incoming
from annotator.interop.formats.bioc.format import FORMAT
from annotator.interop.report import Report
from annotator.model.annotation import Annotation, Relation
from annotator.model.span import Span

XML = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE collection SYSTEM "BioC.dtd">
<collection><source>Lokales</source><date>20261122</date><key>x.key</key>
<document><id>4711</id><infon key="outlet">Der Bote</infon>
<passage><infon key="type">title</infon><offset>0</offset><text>Brücke 🚌 gesperrt</text>
<annotation id="1"><infon key="type">Place</infon><infon key="identifier">Q5</infon>
<location offset="0" length="6"/><text>Brücke</text></annotation></passage>
<passage><offset>19</offset><text>Minister الوزير kam.</text>
<annotation id="2"><infon key="type">Person</infon><location offset="19" length="8"/><text>Minister</text></annotation>
<annotation id="3"><infon key="type">Person</infon><location offset="19" length="8"/><location offset="35" length="3"/>
<text>Minister kam</text></annotation><annotation id="4"><infon key="type">Topic</infon><text>Bau</text></annotation>
<relation id="R1"><infon key="type">visits</infon><infon key="sure">yes</infon>
<node refid="2" role="who"/><node refid="1" role="what"/></relation></passage>
<relation id="R2"><infon key="type">all</infon><node refid="1" role=""/><node refid="2" role=""/>
<node refid="3" role=""/></relation></document></collection>
"""


def place(offset: int, length: int) -> dict[str, int]:
    return {"offset": offset, "length": length}


def item(id: str, label: str, words: str, *places: dict[str, int], **infons: str) -> dict[str, Any]:
    return {"id": id, "infons": {"type": label, **infons}, "text": words, "locations": [*places]}


def node(refid: str, role: str = "") -> dict[str, str]:
    return {"refid": refid, "role": role}


DOCUMENT: dict[str, Any] = {
    "id": "4711",
    "infons": {"outlet": "Der Bote"},
    "passages": [
        {
            "offset": 0,
            "infons": {"type": "title"},
            "text": "Brücke 🚌 gesperrt",
            "annotations": [item("1", "Place", "Brücke", place(0, 6), identifier="Q5")],
        },
        {
            "offset": 19,
            "text": "Minister الوزير kam.",
            "annotations": [
                item("2", "Person", "Minister", place(19, 8)),
                item("3", "Person", "Minister kam", place(19, 8), place(35, 3)),
                item("4", "Topic", "Bau"),
            ],
            "relations": [
                {
                    "id": "R1",
                    "infons": {"type": "visits", "sure": "yes"},
                    "nodes": [node("2", "who"), node("1", "what")],
                }
            ],
        },
    ],
    "relations": [{"id": "R2", "infons": {"type": "all"}, "nodes": [node("1"), node("2"), node("3")]}],
}
TEXT = "Brücke 🚌 gesperrt\n\nMinister الوزير kam."


def read(path: Path, report: Report | None = None) -> list[Incoming]:
    assert FORMAT.read
    return list(FORMAT.read(path, report or Report()))


def written(path: Path, value: Any) -> Path:
    path.write_text(value if isinstance(value, str) else json.dumps(value, ensure_ascii=False), "utf-8")
    return path


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("in.xml", XML),
        ("in.json", {"source": "x", "documents": [DOCUMENT]}),
        ("in.json", [{"documents": [DOCUMENT]}]),
        ("in.json", {"PubTator3": [DOCUMENT]}),
        ("in.json", DOCUMENT),
        ("in.jsonl", DOCUMENT),
    ],
)
def test_a_document_is_the_same_in_all_its_forms(tmp_path: Path, name: str, value: Any) -> None:
    report = Report()
    (found,) = read(written(tmp_path / name, value), report)
    assert (found.path, found.text) == ("4711.txt", TEXT)
    assert [*found.annotations] == [
        Annotation("1", "Place", Span(0, 6), {"identifier": "Q5"}),
        Annotation("2", "Person", Span(19, 27)),
        Annotation("3", "Person", Span(19, 38)),
    ]
    assert found.quotes == {"1": "Brücke", "2": "Minister"}
    roles = {"x-bioc": {"roles": ["who", "what"]}}
    assert [*found.relations] == [Relation("R1", "visits", "2", "1", {"sure": "yes"}, extra=roles)]
    kept = {"infons": {"outlet": "Der Bote"}, "passages": [{"offset": 0, "infons": {"type": "title"}}]}
    assert found.extra == {"x-bioc": kept}
    assert [(loss.what, loss.id) for loss in report.losses] == [
        ("altered", "3"),
        ("left out", "4"),
        ("left out", "R2"),
    ]


def test_sentences_and_offsets_that_overlap(tmp_path: Path) -> None:
    sentences = [
        {"offset": 0, "text": "Anna lacht.", "annotations": [item("1", "P", "Anna", place(0, 4))]},
        {"offset": 0, "text": "حلب bleibt.", "annotations": [item("2", "L", "حلب", place(0, 3))]},
    ]
    document = {"id": 7, "passages": [{"offset": 0, "annotations": [], "sentences": sentences}]}
    (found,) = read(written(tmp_path / "in.json", {"documents": [document]}))
    assert found.text == "Anna lacht.\nحلب bleibt."
    assert [each.span.of(found.text) for each in found.annotations] == ["Anna", "حلب"]


def test_a_document_that_fails_is_named_alone(tmp_path: Path) -> None:
    bad = {"id": "x", "passages": [{"text": "a"}]}
    report = Report()
    found = read(written(tmp_path / "in.json", {"documents": [DOCUMENT, bad, 5, DOCUMENT]}), report)
    assert [incoming.path for incoming in found] == ["4711.txt", "4711.txt"]
    assert [problem.sentence.partition(":")[0] for problem in report.problems] == ["document 2", "document 3"]


@pytest.mark.parametrize(
    ("value", "about"),
    [
        ("<a/>", "first element is not “collection”"),
        (XML.replace('BioC.dtd">', 'BioC.dtd" [<!ENTITY a "b">]>'), "document type"),
        ("{}", "neither “documents” nor “passages”"),
        ('{"documents": [{"passages": [{"offset": -1}]}]}', "must be a whole number"),
        (XML.replace('length="6"', 'length="six"'), "must be a whole number"),
    ],
)
def test_bad_files_get_a_sentence(tmp_path: Path, value: str, about: str) -> None:
    with pytest.raises(ForeignError, match=about) as caught:
        read(written(tmp_path / "in.xml", value))
    assert caught.value.sentence.endswith(".")
