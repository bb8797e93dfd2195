"""Label Studio, read back by its SDK: the validator of its labelling configuration and its converter's tokens."""

from __future__ import annotations

import json
import tempfile
from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given

from annotator.interop.foreign.errors import ForeignError
from annotator.interop.format import Incoming
from annotator.interop.formats.label_studio.format import FORMAT
from annotator.interop.report import Report
from annotator.interop.xml.writing import fits
from annotator.model.annotation import Annotation, Relation, Value
from annotator.model.entry import Entry
from annotator.model.items import altered
from annotator.storage.files.file_error import FileError
from annotator.storage.schemes.scheme_lookup import built_in_scheme
from tests.support.entry_strategies import entries
from tests.support.hard_entries import CHINESE, LATIN, annotation, document, exported, hard_entries, span_of
from tests.support.running.examples import examples

LABELLED = {"from_name": "label", "to_name": "text", "type": "labels"}


def read(path: Path, report: Report | None = None) -> list[Incoming]:
    assert FORMAT.read
    return list(FORMAT.read(path, report or Report()))


def read_tasks(folder: Path, *tasks: Any, config: str = "") -> tuple[list[Incoming], Report]:
    """What comes of these tasks, and the report."""
    report = Report()
    (folder / "in.json").write_text(json.dumps(tasks), "utf-8")
    if config:
        (folder / "config.xml").write_text(config, "utf-8")
    return read(folder / "in.json", report), report


def tasks_of(folder: Path) -> list[dict[str, Any]]:
    found = json.loads((folder / "tasks.json").read_text("utf-8"))
    assert isinstance(found, list)
    return found


def interface_of(folder: Path) -> Any:
    """The configuration as the SDK parses it, found to be valid."""
    interfaces = pytest.importorskip("label_studio_sdk.label_interface")
    interface = interfaces.LabelInterface((folder / "config.xml").read_text("utf-8"))
    interface.validate()
    return interface


def assert_valid(folder: Path) -> None:
    interface = interface_of(folder)
    for task in tasks_of(folder):
        assert interface.validate_task({"data": task["data"]})
        for item in task["annotations"]:
            assert interface.validate_annotation(item), interface.validate_prediction(item, return_errors=True)


def one(folder: Path, *items: Annotation | Relation, text: str = LATIN, **more: Any) -> Report:
    """The report of an export of one document."""
    whole = replace(document("a.txt", text, *items), **more)
    return exported("label-studio", folder, entries=[Entry("a.txt", whole, built_in_scheme())])


def results_of(folder: Path) -> list[dict[str, Any]]:
    results: list[dict[str, Any]] = tasks_of(folder)[0]["annotations"][0]["result"]
    return results


def test_the_sdk_finds_everything_valid(tmp_path: Path) -> None:
    report = exported("label-studio", tmp_path)
    assert report.is_whole
    assert not report.not_carried
    assert_valid(tmp_path)
    interface = interface_of(tmp_path)
    assert {*interface.get_control("label").labels} == {label.id for label in built_in_scheme().labels}
    assert interface.get_control("claim.evidence").tag == "TextArea"
    assert interface.get_control("figure.value").tag == "Number"
    assert interface.get_control("claim.checked_on").tag == "DateTime"
    kinds = interface.get_control("claim.kind")
    assert (kinds.tag, kinds.labels[0], kinds.conditionals) == ("Choices", "event", {"type": "label", "name": "claim"})


def test_the_validator_would_notice(tmp_path: Path) -> None:
    exported("label-studio", tmp_path)
    interface = interface_of(tmp_path)
    for key, value in (("labels", ["other"]), ("labels", "claim"), ("start", None)):
        results = results_of(tmp_path)
        region = next(item for item in results if item["type"] == "labels")
        region["value"][key] = value
        assert not interface.validate_annotation({"result": results})


def test_the_words_stand_where_the_sdk_looks_for_them(tmp_path: Path) -> None:
    """Its converter cuts the text in Python, by code points, and tags the tokens of each region."""
    utils = pytest.importorskip("label_studio_sdk.converter.utils")
    exported("label-studio", tmp_path)
    tagged = []
    for entry, task in zip(hard_entries(), tasks_of(tmp_path), strict=True):
        regions = [item["value"] for item in task["annotations"][0]["result"] if item["type"] == "labels"]
        expected = [(item.label, item.span.of(entry.text)) for item in entry.annotations]
        assert [(value["labels"][0], value["text"]) for value in regions] == expected
        for value in regions:
            tokens, tags = utils.create_tokens_and_tags(task["data"]["text"], [value])
            tagged.append([(token, tag) for token, tag in zip(tokens, tags, strict=True) if tag != "O"])
    assert [("said", "B-cue")] in tagged
    assert [("Peter", "B-source"), ("Maurer", "I-source")] in tagged
    assert [("it", "B-claim"), ("says", "I-claim"), ("=1+1", "I-claim")] in tagged
    assert [("40,000", "B-figure"), ("people", "I-figure"), ("left", "I-figure"), ("cafe\u0301s", "I-figure")] in tagged
    assert [("متحدث", "B-source"), ("باسم", "I-source"), ("الأمم", "I-source"), ("المتحدة", "I-source")] in tagged


def test_attributes_and_notes_are_controls_of_the_region(tmp_path: Path) -> None:
    exported("label-studio", tmp_path)
    found = [
        (
            item["from_name"],
            item["type"],
            {key: value for key, value in item["value"].items() if key not in ("start", "end")},
        )
        for item in results_of(tmp_path)
        if item.get("id") in ("f1", "c1", "c2") and item["type"] != "labels"
    ]
    assert found == [
        ("figure.value", "number", {"number": 40000}),
        ("figure.modifier", "choices", {"choices": ["about"]}),
        ("figure.unit", "textarea", {"text": ["people"]}),
        ("claim.kind", "choices", {"choices": ["event"]}),
        ("note", "textarea", {"text": ['Check “=SUM(1)”, then\n"ask".']}),
        ("claim.evidence", "textarea", {"text": ["https://example.org/a?b=c&d", "x"]}),
    ]


def test_one_arrow_has_all_its_types(tmp_path: Path) -> None:
    """Label Studio drops a second relation from one region to another."""
    first, second = annotation("a", "claim", LATIN, "said"), annotation("b", "claim", LATIN, "Peter")
    types = ["repeats", "updates"]
    relations = [Relation(f"r{type}", type, "a", "b", extra={"z": 1} if type == "updates" else {}) for type in types]
    relations.append(Relation("rc", "contradicts", "b", "a"))
    one(tmp_path, first, second, *relations)
    arrows = [item for item in results_of(tmp_path) if item["type"] == "relation"]
    assert [(item["from_id"], item["to_id"], item["direction"], item["labels"]) for item in arrows] == [
        ("b", "a", "bi", ["contradicts"]),
        ("a", "b", "right", types),
    ]
    assert_valid(tmp_path)
    assert {item.id: item for item in read(tmp_path)[0].relations} == {item.id: item for item in relations}


def test_annotators_of_one_article_are_annotations_of_one_task(tmp_path: Path) -> None:
    scheme = built_in_scheme()
    documents = [
        document("a.txt", LATIN, annotation("x", "cue", LATIN, "said"), annotator=name) for name in ("", "bob")
    ]
    again = document("a.txt", LATIN, annotator="bob", status="new")
    other = document("a.txt", CHINESE, annotator="eve")
    all_of_them = [Entry("a.txt", item, scheme) for item in (*documents, again, other)]
    report = exported("label-studio", tmp_path, entries=all_of_them)
    assert report.is_whole
    assert [len(task["annotations"]) for task in tasks_of(tmp_path)] == [2, 1, 1]
    assert_valid(tmp_path)
    assert not any("completed_by" in item for task in tasks_of(tmp_path) for item in task["annotations"])
    found = [(item.annotator, item.status, len(item.annotations)) for item in read(tmp_path)]
    assert found == [("", "done", 1), ("bob", "done", 1), ("bob", "new", 0), ("eve", "done", 0)]


def is_xml(entry: Entry) -> bool:
    """Whether the configuration can hold its labels, its types and its status."""
    names: list[Value] = [item.label for item in entry.annotations]
    return fits([*names, *(item.type for item in entry.relations), entry.document.status.value])


@examples(1 / 4)
@given(entries())
def test_the_sdk_finds_whatever_is_written_valid(entry: Entry) -> None:
    with tempfile.TemporaryDirectory() as folder:
        report = exported("label-studio", Path(folder), entries=[entry])
        assert_valid(Path(folder))
    assert is_xml(entry) or not report.is_whole


@given(entries().filter(is_xml))
def test_everything_comes_back(entry: Entry) -> None:
    with tempfile.TemporaryDirectory() as folder:
        exported("label-studio", Path(folder), entries=[entry])
        (back,) = read(Path(folder))
    assert {item.id: item for item in back.annotations} == entry.document.annotations
    assert {item.id: item for item in back.relations} == entry.document.relations
    assert (back.path, back.text, back.read) == (entry.path, entry.text, entry.document.read)
    head = entry.document.head
    assert (back.annotator, back.scheme, back.status) == (head.annotator, head.scheme, entry.document.status.value)
    assert (back.article, back.extra) == (head.article_extra, head.extra)
    assert not back.quotes


def test_values_without_a_control_are_told_and_kept(tmp_path: Path) -> None:
    values: dict[str, Value] = {"checked_on": "spring 2016", "in_full": ["a", "b"], "evidence": "alone", "new": True}
    values |= {"mixed": ["a", 1], "exact": Decimal("3.14159265358979323846"), "kind": "unheard-of", "verdict": "\x01"}
    item = altered(annotation("a", "claim", LATIN, "said"), attributes=values, note="n")
    report = one(tmp_path, item)
    why = "an attribute's value fits no control of Label Studio, so it stands only in the region's meta"
    assert report.reasons() == [(1, "altered", "annotation", why)]
    assert_valid(tmp_path)
    assert interface_of(tmp_path).get_control("claim.kind").labels[-1] == "unheard-of"
    meta = next(item for item in results_of(tmp_path) if item["type"] == "labels")["meta"]["x-annotator"]
    assert meta["uncontrolled"].keys() == {"checked_on", "mixed", "verdict"}
    assert meta["exact"] == {"new": True}
    assert read(tmp_path)[0].annotations == (item,)


def test_what_was_changed_in_label_studio_counts(tmp_path: Path) -> None:
    """The exact value is only that of what is still there."""
    one(tmp_path, annotation("a", "claim", LATIN, "said", sure=True, evidence=["x"], gone=["y"]))
    tasks = tasks_of(tmp_path)
    results = tasks[0]["annotations"][0]["result"]
    for result in results:
        if result["from_name"] == "claim.sure":
            result["value"]["choices"] = ["no"]
    tasks[0]["annotations"][0]["result"] = [item for item in results if item["from_name"] != "claim.gone"]
    (tmp_path / "tasks.json").write_text(json.dumps(tasks), "utf-8")
    assert read(tmp_path)[0].annotations[0].attributes == {"sure": "no", "evidence": ["x"]}


def test_labels_that_xml_cannot_hold_are_left_out(tmp_path: Path) -> None:
    items = [Annotation("a", "bad\x00", span_of(LATIN, "said")), annotation("b", "a <b> & \"c\"\n'd'", LATIN, "said")]
    report = one(tmp_path, *items, Relation("r", "x", "a", "b"), Relation("s", "\x01", "b", "b"))
    assert sorted(report.reasons()) == [
        (1, "left out", "annotation", "its label has a character that the configuration, which is XML, cannot hold"),
        (1, "left out", "relation", "an annotation that it joins is left out"),
        (1, "left out", "relation", "its label has a character that the configuration, which is XML, cannot hold"),
    ]
    assert_valid(tmp_path)
    assert [item.label for item in read(tmp_path)[0].annotations] == [items[1].label]


def test_an_export_of_label_studios_own(tmp_path: Path) -> None:
    """As its server writes it: names of another configuration, a user by number, bookkeeping, region meta."""
    value = {"start": 2, "end": 14, "text": "Peter Maurer"}
    region = {**LABELLED, "from_name": "ner", "id": "Bt", "origin": "manual", "meta": {"text": ["who?"]}}
    results = [
        {**region, "value": {**value, "labels": ["PER", "MAN"]}},
        {"id": "Bt", "from_name": "sex", "to_name": "text", "type": "choices", "value": {**value, "choices": ["m"]}},
        {
            "id": "Bt",
            "from_name": "tax",
            "to_name": "text",
            "type": "taxonomy",
            "value": {"taxonomy": [["a", "b"], ["c"]]},
        },
        {"id": "Bt", "from_name": "sure", "to_name": "text", "type": "rating", "value": {**value, "rating": 4}},
        {"id": "Bt", "from_name": "note", "to_name": "text", "type": "textarea", "value": {"text": ["one", "two"]}},
        {"id": "Bt", "from_name": "rank", "to_name": "text", "type": "ranker", "value": {"ranker": [1]}},
        {"id": "dc", "from_name": "topic", "to_name": "text", "type": "choices", "value": {"choices": ["war"]}},
        {**LABELLED, "id": "cc", "value": {"start": 0, "end": 1, "labels": ["X"]}, "score": 0.5},
        {"type": "relation", "from_id": "Bt", "to_id": "cc", "direction": "left", "labels": ["knows"]},
        {"type": "relation", "from_id": "Bt", "to_id": "cc", "direction": "bi"},
    ]
    task = {
        "id": 17,
        "data": {"body": "🚌 Peter Maurer", "url": "u"},
        "annotations": [
            {"completed_by": 3, "ground_truth": True, "result": results},
            {"completed_by": {"email": "a@b.org"}, "result": []},
        ],
        "meta": {"batch": 2},
        "predictions": [],
    }
    config = (
        '<View><Text name="text" value="$body"/><Labels name="ner" toName="text"><Label value="PER"/></Labels></View>'
    )
    (found, second), report = read_tasks(tmp_path, task, config=config)
    assert (found.path, found.annotator, second.annotator) == ("in-17.txt", "user-3", "a@b.org")
    assert found.text == "🚌 Peter Maurer"
    person, man, other = found.annotations
    assert (person.id, person.label, man.id, man.label) == ("Bt", "PER", "Bt-2", "MAN")
    assert person.attributes == {"sex": "m", "tax": ["a > b", "c"], "sure": 4}
    assert person.note == "one\ntwo\nwho?"
    assert person.span.of(found.text) == "Peter Maurer"
    assert other.extra == {"x-label-studio": {"result": {"score": 0.5}}}
    assert [(item.type, item.source, item.target) for item in found.relations] == [
        ("knows", "cc", "Bt"),
        ("related", "Bt", "cc"),
    ]
    assert report.reasons() == [
        (1, "altered", "relation", "it has no label in Label Studio, so its type is “related”"),
    ]
    out = tmp_path / "out"
    taken = replace(document("a.txt", found.text, *found.annotations, *found.relations), extra=found.extra)
    exported("label-studio", out, entries=[Entry("a.txt", taken, built_in_scheme())])
    (back,) = tasks_of(out)
    assert (back["data"]["url"], back["meta"], back["annotations"][0]["ground_truth"]) == ("u", {"batch": 2}, True)
    written = {(item.get("id"), item.get("from_name")): item for item in back["annotations"][0]["result"]}
    assert written["Bt", "label"]["origin"] == "manual"
    assert written["cc", "label"]["score"] == 0.5
    assert written["Bt", "rank"]["value"]["ranker"] == [1]
    assert written["dc", "topic"]["value"] == {"choices": ["war"]}
    directions = [item["direction"] for item in back["annotations"][0]["result"] if item["type"] == "relation"]
    assert sorted(directions) == ["bi", "right"]


def region(id: str, start: Any, end: Any, **more: Any) -> dict[str, Any]:
    return {**LABELLED, "id": id, "value": {"start": start, "end": end, "labels": ["A"], **more}}


def test_what_is_no_annotation_is_left_out(tmp_path: Path) -> None:
    html = {**region("h", "/div[1]/text()[1]", "/p", startOffset=0), "type": "hypertextlabels"}
    unlabelled = {"id": "u", "from_name": "c", "to_name": "text", "type": "choices", "value": {"start": 0, "end": 1}}
    task = {
        "data": {"text": "abc"},
        "annotations": [
            {"result": [region("a", 0, 1.0), region("e", 2, 2), html, unlabelled]},
            {"result": [region("s", 0, 1)], "was_cancelled": True},
        ],
        "predictions": [{"result": [region("p", 1, 2), region("q", 0, 1)], "model_version": "m"}, {"result": []}],
        "drafts": [{"result": [region("d", 0, 1)]}],
    }
    (found,), report = read_tasks(tmp_path, task)
    assert [item.id for item in found.annotations] == ["a"]
    assert sorted((loss.kind, loss.id, loss.why) for loss in report.losses) == [
        ("annotation", "d", "it is a draft, not an annotation"),
        ("annotation", "e", "its end is not after its start"),
        ("annotation", "h", "it marks no plain text"),
        ("annotation", "p", "it is a prediction, not an annotation"),
        ("annotation", "q", "it is a prediction, not an annotation"),
        ("annotation", "s", "its annotator skipped the task"),
        ("annotation", "u", "it has no label"),
        ("document", "", "it is a prediction, not an annotation"),
    ]


@pytest.mark.parametrize("type", ["rectanglelabels", "polygonlabels", "brush", "videorectangle", "labels"])
def test_what_marks_a_picture_is_left_out_and_kept_for_label_studio(tmp_path: Path, type: str) -> None:
    box = {"id": "b", "from_name": "box", "to_name": "photo", "type": type, "value": {"x": 1, "y": 2, type: ["Car"]}}
    task = {"data": {"text": "abc"}, "annotations": [{"result": [region("a", 0, 1), box]}]}
    (found,), report = read_tasks(tmp_path, task)
    assert [item.id for item in found.annotations] == ["a"]
    assert [(loss.what, loss.kind, loss.id) for loss in report.losses] == [("left out", "annotation", "b")]
    assert "a picture" in report.losses[0].why
    assert box in found.extra["x-label-studio"]["results"]


def test_a_task_without_annotations_is_an_article(tmp_path: Path) -> None:
    found, report = read_tasks(
        tmp_path, {"data": {"text": "a", "path": "b/c.txt"}}, {"data": {"text": ""}, "annotations": []}
    )
    assert [(item.path, item.text, item.annotations) for item in found] == [("b/c.txt", "a", ()), ("in-2.txt", "", ())]
    assert report.is_whole


def test_quoted_words_are_checked_but_for_blanks(tmp_path: Path) -> None:
    text = "a\r\nb  c 🚌 d"
    results = [region("w", 0, 7, text="a\\nb c"), region("x", 3, 4, text="b"), region("y", 11, 12, text="d")]
    (found,), _ = read_tasks(tmp_path, {"data": {"text": text}, "annotations": [{"result": results}]})
    assert found.text == "a\nb  c 🚌 d"
    spans = {item.id: item.span.of(found.text) for item in found.annotations}
    assert (spans["w"], spans["x"]) == ("a\nb  c", "b")
    assert found.quotes == {"y": "d"}


def test_a_folder_of_tasks(tmp_path: Path) -> None:
    for name in ("b", "a"):
        (tmp_path / f"{name}.json").write_text(json.dumps({"data": {"text": name}}))
    assert [item.text for item in read(tmp_path)] == ["a", "b"]
    (tmp_path / "empty").mkdir()
    with pytest.raises(ForeignError, match=r"no tasks\.json in it"):
        read(tmp_path / "empty")


def bad(result: Mapping[str, Any]) -> bytes:
    """A task with that result."""
    return json.dumps([{"data": {"text": "a"}, "annotations": [{"result": [result]}]}]).encode()


@pytest.mark.parametrize(
    ("data", "place", "about"),
    [
        (b'[{"data": ', "line 1", "not valid JSON"),
        (b"\xff", "line 1", "not UTF-8"),
        (b"5", "task 1", "not a task"),
        (b"[[]]", "task 1", "not a task"),
        (b"[\n" + b"[" * 100_000, "line 2", "nested too deep"),
        (b'[{"text": "a", "label": []}]', "task 1", "Export from Label Studio as JSON"),
        (b'[{"data": {"image": "a.png"}}]', "task 1", "It has no “text” in its “data”"),
        (b'[{"data": {"text": 5}}]', "task 1", "“text” must be text"),
        (b'[{"data": {"text": "a"}, "annotations": {}}]', "task 1", "“annotations” must be a list"),
        (b'[{"data": {"text": "a"}, "predictions": [1]}]', "task 1", "must be an object"),
        (bad({"type": "labels", "id": 5, "value": {"start": 0}}), "task 1", "“id” must be text"),
        (bad({"type": "labels", "value": {"start": 0, "labels": "A"}}), "task 1", "“labels” must be a list"),
        (bad({"type": "labels", "value": []}), "task 1", "“value” must be an object"),
        (bad({"type": "relation", "from_id": "a"}), "task 1", "“to_id” is missing"),
        (bad({**region("a", 0, 1), "meta": {"x-annotator": 5}}), "task 1", "“x-annotator” must be an object"),
    ],
)
def test_bad_files_get_a_sentence(tmp_path: Path, data: bytes, place: str, about: str) -> None:
    (tmp_path / "in.json").write_bytes(data)
    with pytest.raises(ForeignError, match=about) as caught:
        read(tmp_path / "in.json")
    assert caught.value.place == place
    assert caught.value.sentence.endswith(".")


def test_a_bad_configuration_gets_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(FileError):
        read(tmp_path / "not-there.json")
    for config in ("<View>", '<!DOCTYPE a [<!ENTITY b "c">]><View/>'):
        with pytest.raises(ForeignError) as caught:
            read_tasks(tmp_path, {"data": {"text": "a"}}, config=config)
        assert caught.value.place == "config.xml"


def test_many_regions(tmp_path: Path) -> None:
    results = [region(str(number), 0, 1) for number in range(5_000)]
    (found,), _ = read_tasks(tmp_path, {"data": {"text": "a"}, "annotations": [{"result": results}]})
    assert len(found.annotations) == 5_000


def test_the_same_documents_give_the_same_bytes(tmp_path: Path) -> None:
    for name in ("a", "b"):
        exported("label-studio", tmp_path / name)
    for file in ("tasks.json", "config.xml"):
        assert (tmp_path / "a" / file).read_bytes() == (tmp_path / "b" / file).read_bytes()


def test_no_documents_are_no_tasks(tmp_path: Path) -> None:
    exported("label-studio", tmp_path, entries=[])
    assert tasks_of(tmp_path) == []
