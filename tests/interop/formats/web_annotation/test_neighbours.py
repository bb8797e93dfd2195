"""Recogito's own JSON, of its server and of its text annotator, and pages of Hypothesis' API."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from annotator.corpus.entries import entries_below
from annotator.interop.formats.web_annotation.format import FORMAT
from annotator.interop.incoming.importing import Importer
from annotator.interop.incoming.incoming_document import Terms
from annotator.interop.incoming.incoming_places import NO_WORDS
from annotator.interop.incoming.label_map import LabelMap
from annotator.interop.report import Report
from annotator.model.entry import Entry
from annotator.storage.schemes.scheme_lookup import scheme_of
from tests.support.hard_entries import unheard

TEXT = "Anna Weiß reiste nach حلب. Sie kam an.\n"
CREATOR = {"id": "u1", "name": "björn"}


def imported(tmp_path: Path, value: Any) -> tuple[Report, list[tuple[str, str, str, str]]]:
    """The report, and label, words, note and annotator of all that came in."""
    (tmp_path / "reise.json").write_text(json.dumps(value), "utf-8")
    (tmp_path / "folder").mkdir()
    (tmp_path / "folder" / "reise.txt").write_text(TEXT, "utf-8")
    importer = Importer(FORMAT, tmp_path / "folder", Terms(None, LabelMap(), scheme_of(tmp_path)[0]), replace=False)
    importer.take(tmp_path / "reise.json", unheard)
    importer.write("2026-11-22T06:21:20Z", unheard)
    found = [
        (item.label, item.span.of(TEXT), item.note, entry.document.annotator)
        for entry in entries_below([tmp_path / "folder"])
        if isinstance(entry, Entry)
        for item in entry.annotations
    ]
    return importer.report, found


def test_annotations_of_the_text_annotator(tmp_path: Path) -> None:
    bodies = [
        {"id": "b1", "annotation": "x", "purpose": "tagging", "value": "Person", "creator": CREATOR},
        {"id": "b2", "annotation": "x", "purpose": "commenting", "value": "Wer?"},
    ]
    selector = [{"id": "s", "quote": "Anna Weiß", "start": 0, "end": 9}]
    target = {"annotation": "x", "selector": selector, "creator": CREATOR, "created": "2026-11-22T06:21:20.000Z"}
    report, found = imported(tmp_path, [{"id": "x", "bodies": bodies, "target": target}])
    assert found == [("Person", "Anna Weiß", "Wer?", "björn")]
    assert report.problems == []


@pytest.mark.parametrize("wrapped", [False, True])
def test_annotations_of_a_server(tmp_path: Path, wrapped: bool) -> None:
    def one(id: str, offset: int, *bodies: dict[str, str]) -> dict[str, Any]:
        about = {"document_id": "d", "filepart_id": "f"}
        return {
            "annotation_id": id,
            "annotates": about,
            "anchor": f"char-offset:{offset}",
            "last_modified_by": "anna",
            "bodies": [*bodies],
        }

    place = {"type": "PLACE", "uri": "https://gazetteer.example/1"}
    items = [
        one("1", 22, {"type": "QUOTE", "value": "حلب"}, place, {"type": "COMMENT", "value": "unsicher"}),
        one("2", 27, {"type": "QUOTE", "value": "Sie"}, {"type": "TAG", "value": "Rückbezug"}),
    ]
    report, found = imported(tmp_path, {"annotations": items} if wrapped else items)
    assert found == [("PLACE", "حلب", "unsicher", "anna"), ("Rückbezug", "Sie", "", "anna")]
    assert report.problems == []


def test_a_position_without_an_end_has_the_length_of_its_quote(tmp_path: Path) -> None:
    selectors = [{"type": "TextPositionSelector", "start": 22}, {"type": "TextQuoteSelector", "exact": "حلب"}]
    body = [{"type": "TextualBody", "purpose": "tagging", "value": "Ort"}]
    item = {"id": "1", "type": "Annotation", "body": body, "target": {"source": "reise.txt", "selector": selectors}}
    assert imported(tmp_path, [item])[1] == [("Ort", "حلب", "", "")]


def test_a_page_of_the_api_of_hypothesis(tmp_path: Path) -> None:
    quote = {"type": "TextQuoteSelector", "exact": "reiste", "prefix": "Weiß ", "suffix": " nach"}
    places = [
        {"type": "RangeSelector", "startContainer": "/p[1]"},
        {"type": "TextPositionSelector", "start": 90, "end": 96},
    ]
    row = {
        "id": "q1",
        "created": "2026-11-22T06:21:20.123456+00:00",
        "updated": "2026-11-22T06:21:20.123456+00:00",
        "user": "acct:anna@hypothes.is",
        "uri": "https://bote.example/reise",
        "text": "Wann?",
        "tags": ["Vorgang", "offen"],
        "group": "__world__",
        "permissions": {"read": ["group:__world__"]},
        "target": [{"source": "https://bote.example/reise", "selector": [*places, quote]}],
        "document": {"title": ["Reise"]},
        "links": {},
        "hidden": False,
        "flagged": False,
    }
    page_note = {**row, "id": "q2", "tags": [], "target": [{"source": "https://bote.example/reise"}]}
    answer = {**page_note, "id": "q3", "text": "Im Mai.", "references": ["q1"]}
    report, found = imported(tmp_path, {"total": 3, "rows": [row, page_note, answer]})
    assert found == [("Vorgang", "reiste", "Wann?", "anna")]
    assert [(loss.id, loss.why) for loss in report.losses if loss.what == "left out"] == [
        ("q2", NO_WORDS),
        ("q3", "it answers another annotation, and marks no words itself"),
    ]
