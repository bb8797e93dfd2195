"""Older and neighbouring shapes of other programs' files: none comes in with nothing and without a word."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from annotator.interop.format import Incoming
from annotator.interop.json.marks import UNKNOWN
from annotator.interop.registry import format_named
from annotator.interop.report import Report

TEXT = "Anna Weiß fuhr nach حلب."
PER, LOC = ("PER", "Anna Weiß"), ("LOC", "حلب")
REGION = {"id": "a", "from_name": "ner", "to_name": "text", "type": "labels"}


def read(name: str, path: Path) -> tuple[Incoming, Report]:
    format, report = format_named(name), Report()
    assert format
    assert format.read
    (incoming,) = format.read(path, report)
    return incoming, report


def line(tmp_path: Path, name: str, record: Any) -> tuple[Incoming, Report]:
    (tmp_path / "in.jsonl").write_text(json.dumps(record), "utf-8")
    return read(name, tmp_path / "in.jsonl")


def marked(incoming: Incoming) -> list[tuple[str, str]]:
    return [(item.label, item.span.of(incoming.text or "")) for item in incoming.annotations]


@pytest.mark.parametrize(
    "record",
    [
        {"entities": [[0, 9, "PER"], [20, 23, "LOC"]]},
        {"entities": [{"start": 0, "end": 9, "label": "PER"}, {"start": 20, "end": 23, "label": "LOC"}]},
        {"ents": [{"start": 0, "end": 9, "label": "PER"}, {"start": 20, "end": 23, "label": "LOC"}], "tokens": []},
        {"spans": {"sc": [{"start": 0, "end": 9, "label": "PER"}]}, "ents": [{"start": 20, "end": 23, "label": "LOC"}]},
        {"spans": [{"start": 0, "end": 9, "label": "PER"}, {"start": 20, "end": 23, "label": "LOC"}]},
    ],
)
def test_entities_of_spacy(tmp_path: Path, record: dict[str, Any]) -> None:
    incoming, report = line(tmp_path, "prodigy", {"text": TEXT, **record})
    assert marked(incoming) == [PER, LOC]
    assert report.is_whole
    assert "x-prodigy" not in incoming.extra


@pytest.mark.parametrize(
    ("record", "labels"),
    [
        ({"label": "Sport", "answer": "accept"}, ("Sport",)),
        ({"label": "Sport", "answer": "accept", "spans": []}, ()),
        ({"cats": {"Sport": 1.0, "Politik": 0.2, "Lokales": 0.75}}, ("Sport", "Lokales")),
        ({"accept": ["a"], "options": [{"id": "a"}], "label": "x"}, ("a",)),
    ],
)
def test_classes_of_prodigy_and_spacy(tmp_path: Path, record: dict[str, Any], labels: tuple[str, ...]) -> None:
    assert line(tmp_path, "prodigy", {"text": TEXT, **record})[0].labels == labels


def test_doccano_before_1_1(tmp_path: Path) -> None:
    items = [
        {"label": 5, "start_offset": 0, "end_offset": 9, "user": 1},
        {"label": 7, "start_offset": 20, "end_offset": 23},
    ]
    incoming, report = line(tmp_path, "doccano", {"id": 2, "text": TEXT, "annotations": items, "meta": {}})
    assert marked(incoming) == [("5", "Anna Weiß"), ("7", "حلب")]
    assert report.is_whole
    assert [note for note in report.notes if "numbers for names" in note]


def test_classes_and_texts_of_doccano_before_1_1(tmp_path: Path) -> None:
    items = [{"label": 3, "user": 1}, {"text": "Anna reiste.", "user": 1, "id": 4}]
    incoming, report = line(tmp_path, "doccano", {"text": TEXT, "annotations": items})
    assert incoming.labels == ("3",)
    assert [(loss.kind, loss.id) for loss in report.losses] == [("annotation", "e4")]


def test_label_studio_before_1_0(tmp_path: Path) -> None:
    results = [
        {**REGION, "value": {"start": 0, "end": 9, "text": "Anna Weiß", "labels": ["PER"]}},
        {"id": "c", "from_name": "thema", "to_name": "text", "type": "choices", "value": {"choices": ["Reise"]}},
    ]
    skipped = {"id": 2, "result": [{**REGION, "value": {"start": 20, "end": 23, "labels": ["LOC"]}}], "skipped": True}
    task = {"id": 1, "data": {"text": TEXT}, "completions": [{"id": 1, "result": results}, skipped]}
    incoming, report = line(tmp_path, "label-studio", [task])
    assert marked(incoming) == [PER]
    assert incoming.labels == ("Reise",)
    assert [loss.why for loss in report.losses] == ["its annotator skipped the task"]


@pytest.mark.parametrize("choices", [["Reise", "Sport"], "Reise"])
def test_choices_of_the_whole_text(tmp_path: Path, choices: Any) -> None:
    result = {"from_name": "thema", "to_name": "text", "type": "choices", "value": {"choices": choices}}
    task = {"data": {"text": TEXT}, "annotations": [{"result": [result]}]}
    incoming, report = line(tmp_path, "label-studio", [task])
    assert incoming.labels == (tuple(choices) if isinstance(choices, list) else (choices,))
    assert report.is_whole


def test_what_else_is_said_of_the_whole_text_is_a_loss(tmp_path: Path) -> None:
    result = {"from_name": "sterne", "to_name": "text", "type": "rating", "value": {"rating": 4}}
    report = line(tmp_path, "label-studio", [{"data": {"text": TEXT}, "annotations": [{"result": [result]}]}])[1]
    assert [(loss.what, loss.kind) for loss in report.losses] == [("altered", "document")]


@pytest.mark.parametrize(
    ("name", "record"),
    [
        ("doccano", {"text": TEXT, "marks": [{"begin": 0, "end": 9, "type": "PER"}]}),
        ("doccano", {"text": TEXT, "label": [], "layers": {"ner": [[0, 9, "PER"]]}}),
        ("prodigy", {"text": TEXT, "annotation": {"items": [{"offset": 0, "length": 9, "category": "PER"}]}}),
        ("prodigy", {"text": TEXT, "spans": [], "entities": [["PER", 0, 9]]}),
        ("label-studio", [{"data": {"text": TEXT}, "results": [{"value": {"start": 0, "end": 9, "labels": ["PER"]}}]}]),
        (
            "label-studio",
            [{"data": {"text": TEXT, "ner": [{"start": 0, "end": 9, "label": "PER"}]}, "annotations": []}],
        ),
    ],
)
def test_annotations_of_an_unknown_form_are_a_loss(tmp_path: Path, name: str, record: Any) -> None:
    incoming, report = line(tmp_path, name, record)
    assert incoming.annotations == ()
    assert [(loss.what, loss.kind, loss.why, loss.start) for loss in report.losses] == [
        ("left out", "annotation", UNKNOWN, 0)
    ]


def test_other_lists_of_numbers_are_no_annotations(tmp_path: Path) -> None:
    record = {"text": TEXT, "scores": [1, 2, 3], "pages": [{"start": 1, "end": 2}], "box": [3, 1, "px"], "day": "2026"}
    for name in ("doccano", "prodigy"):
        assert line(tmp_path, name, record)[1].is_whole
