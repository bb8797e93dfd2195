"""Prodigy's tasks, proved with spaCy, on which it stands; Prodigy itself is sold, and not there."""

from __future__ import annotations

import json
import tempfile
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given

from annotator.interop.foreign.errors import ForeignError
from annotator.interop.format import Incoming
from annotator.interop.formats.prodigy.format import FORMAT
from annotator.interop.report import Report
from annotator.model.annotation import Annotation
from annotator.model.entry import Entry
from annotator.model.span import Span
from annotator.storage.schemes.scheme_lookup import built_in_scheme
from tests.support.entry_strategies import entries
from tests.support.hard_entries import LATIN, annotation, document, exported, hard_entries


def read(path: Path, report: Report | None = None) -> list[Incoming]:
    assert FORMAT.read
    return list(FORMAT.read(path, report or Report()))


def read_text(folder: Path, *tasks: Any) -> tuple[list[Incoming], Report]:
    """What comes of these tasks, and the report."""
    file, report = folder / "in.jsonl", Report()
    file.write_text("".join(json.dumps(task) + "\n" for task in tasks), "utf-8")
    return read(file, report), report


def tasks_of(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text("utf-8").split("\n")[:-1]]


def assert_spacy_agrees(task: dict[str, Any]) -> None:
    """The tokens make the text, and each span is those tokens that it says."""
    spacy = pytest.importorskip("spacy")
    words, spaces = [item["text"] for item in task["tokens"]], [item["ws"] for item in task["tokens"]]
    doc = spacy.tokens.Doc(spacy.vocab.Vocab(), words=words, spaces=spaces)
    assert doc.text == task["text"]
    assert [(token.i, token.idx) for token in doc] == [(item["id"], item["start"]) for item in task["tokens"]]
    for span in task["spans"]:
        found = doc.char_span(span["start"], span["end"], label=span["label"])
        assert (found.start, found.end - 1, found.label_) == (span["token_start"], span["token_end"], span["label"])


def test_spacy_finds_the_same_tokens_and_words(tmp_path: Path) -> None:
    report = exported("prodigy", tmp_path / "out.jsonl")
    assert report.is_whole
    assert not report.not_carried
    tasks = tasks_of(tmp_path / "out.jsonl")
    for entry, task in zip(hard_entries(), tasks, strict=True):
        assert_spacy_agrees(task)
        found = [(span["label"], task["text"][span["start"] : span["end"]]) for span in task["spans"]]
        assert found == [(item.label, item.span.of(entry.text)) for item in entry.annotations]
        assert not {"_input_hash", "_task_hash"} & task.keys()
        assert task["answer"] == "accept"


def test_a_relation_joins_the_last_tokens_of_two_spans(tmp_path: Path) -> None:
    exported("prodigy", tmp_path / "out.jsonl")
    task = tasks_of(tmp_path / "out.jsonl")[0]
    found = []
    for item in task["relations"]:
        ends = item["head_span"], item["child_span"]
        assert [end["token_end"] for end in ends] == [item["head"], item["child"]]
        assert all(
            any(span["id"] == end["id"] and span.items() >= end.items() for span in task["spans"]) for end in ends
        )
        found.append((item["label"], *(task["text"][end["start"] : end["end"]] for end in ends)))
    claim = "Some 40,000 people left cafe\u0301s and homes"
    assert found == [
        ("attributed_to", claim, "Peter Maurer"),
        ("cued_by", claim, "said"),
        ("quantifies", "Some 40,000", claim),
    ]


def test_words_numbers_and_signs_are_tokens(tmp_path: Path) -> None:
    exported("prodigy", tmp_path / "out.jsonl")
    latin, _, chinese, _ = tasks_of(tmp_path / "out.jsonl")
    words = [item["text"] for item in latin["tokens"]]
    assert words[:11] == [
        "Thousands",
        "leave",
        "Aleppo",
        "👩‍👩‍👧",
        "\n\n",
        "“",
        "Some",
        "40,000",
        "people",
        "left",
        "cafe\u0301s",
    ]
    assert [item["text"] for item in chinese["tokens"]][-8:-1] == ["损", "失", "达", "3.2", "亿", "元", "。"]


@pytest.mark.parametrize(
    ("text", "start", "end", "words"),
    [
        ("forty-two", 2, 4, ["fo", "rt", "y-two"]),
        ("a b", 1, 3, ["a", " ", "b"]),
        ("a b", 0, 2, ["a", " ", "b"]),
        ("a  b", 0, 4, ["a", " ", "b"]),
        (" a", 1, 2, [" ", "a"]),
        ("cafe\u0301", 3, 4, ["caf", "e", "\u0301"]),
    ],
)
def test_an_annotation_cuts_tokens(tmp_path: Path, text: str, start: int, end: int, words: list[str]) -> None:
    item = Annotation("a", "claim", Span(start, end))
    exported("prodigy", tmp_path / "o", entries=[Entry("a.txt", document("a.txt", text, item), built_in_scheme())])
    (task,) = tasks_of(tmp_path / "o")
    assert_spacy_agrees(task)
    assert [token["text"] for token in task["tokens"]] == words
    assert text[task["spans"][0]["start"] : task["spans"][0]["end"]] == text[start:end]


@given(entries())
def test_everything_comes_back(entry: Entry) -> None:
    with tempfile.TemporaryDirectory() as folder:
        report = exported("prodigy", Path(folder, "o"), entries=[entry])
        (task,), (back,) = tasks_of(Path(folder, "o")), read(Path(folder, "o"))
    assert report.is_whole
    assert_spacy_agrees(task)
    assert {item.id: item for item in back.annotations} == entry.document.annotations
    assert {item.id: item for item in back.relations} == entry.document.relations
    assert (back.path, back.text, back.read) == (entry.path, entry.text, entry.document.read)
    head = entry.document.head
    assert (back.annotator, back.scheme, back.status) == (head.annotator, head.scheme, entry.document.status.value)
    assert (back.article, back.extra) == (head.article_extra, head.extra)


def test_what_prodigy_knows_beyond_comes_back_out(tmp_path: Path) -> None:
    task = {
        "text": "Peter Maurer said so.",
        "spans": [{"start": 0, "end": 12, "label": "PERSON", "source": "en_core_web_sm", "id": 7}],
        "meta": {"score": 0.5, "path": "a.txt"},
        "_input_hash": 12,
        "_task_hash": -3,
        "_session_id": "set-alice",
        "_annotator_id": "alice",
        "options": [1],
    }
    (found,), report = read_text(tmp_path, task)
    assert report.is_whole
    assert (found.path, found.annotator) == ("a.txt", "alice")
    assert found.annotations[0].extra == {"x-prodigy": {"source": "en_core_web_sm"}}
    taken = replace(document("a.txt", found.text or "", *found.annotations), extra=found.extra)
    exported("prodigy", tmp_path / "o", entries=[Entry(found.path, taken, built_in_scheme())])
    (back,) = tasks_of(tmp_path / "o")
    assert (back["options"], back["_session_id"], back["meta"]["score"]) == ([1], "set-alice", 0.5)
    assert back["spans"][0]["source"] == "en_core_web_sm"
    assert not {"_input_hash", "_task_hash"} & back.keys()


def test_only_what_was_accepted_is_taken(tmp_path: Path) -> None:
    marked = {"start": 0, "end": 1, "label": "A"}
    found, report = read_text(
        tmp_path,
        {"text": "ab", "answer": "accept", "spans": [marked, {**marked, "answer": "reject"}]},
        {"text": "ab", "answer": "reject", "spans": [marked]},
        {"text": "ab", "answer": "ignore"},
        {"text": "ab", "spans": [{**marked, "end": 0}, {"start": 1, "end": 2}]},
    )
    assert [(item.path, len(item.annotations)) for item in found] == [("in-1.txt", 1), ("in-4.txt", 0)]
    assert sorted(report.reasons()) == [
        (1, "left out", "annotation", "it has no label"),
        (1, "left out", "annotation", "it was answered with “reject”"),
        (1, "left out", "annotation", "its end is not after its start"),
        (1, "left out", "document", "it was answered with “ignore”"),
        (1, "left out", "document", "it was answered with “reject”"),
    ]


def test_relations_of_prodigys_own(tmp_path: Path) -> None:
    """With spans at both ends, with tokens only, and between words that nothing marks."""
    one = {"start": 0, "end": 1, "token_start": 0, "token_end": 0, "label": "A"}
    two = {"start": 2, "end": 5, "token_start": 1, "token_end": 2, "label": "B"}
    (found,), report = read_text(
        tmp_path,
        {
            "text": "a bcd e",
            "spans": [one, two],
            "relations": [
                {"head": 0, "child": 2, "head_span": one, "child_span": two, "label": "x", "color": "#fff"},
                {"head": 2, "child": 0, "label": "y"},
                {"head": 1, "child": 0, "label": "z"},
                {"head": 3, "child": 0, "label": "lost"},
            ],
        },
    )
    assert [(item.type, item.source, item.target) for item in found.relations] == [
        ("x", "s0", "s1"),
        ("y", "s1", "s0"),
        ("z", "s1", "s0"),
    ]
    assert found.relations[0].extra == {"x-prodigy": {"color": "#fff"}}
    assert [(loss.id, loss.why) for loss in report.losses] == [("r3", "no span marks what it joins")]


def test_crlf_and_quoted_words(tmp_path: Path) -> None:
    span = {"start": 4, "end": 8, "label": "A", "text": "b\r\nc"}
    (found,), _ = read_text(tmp_path, {"text": "\ufeffa\r\nb\r\nc", "spans": [span]})
    assert found.text == "a\nb\nc"
    assert found.annotations[0].span.of(found.text) == "b\nc"
    assert found.quotes == {"s0": "b\nc"}


@pytest.mark.parametrize(
    ("data", "about"),
    [
        (b'{"text": "a"', "not valid JSON"),
        (b"[1]", "not a JSON object"),
        (b"\xff", "not UTF-8"),
        (b'{"image": "a.png", "spans": []}', "“text” is missing"),
        (b'{"text": 5}', "“text” must be text"),
        (b'{"text": "a", "spans": 5}', "“spans” must be a list"),
        (b'{"text": "a", "spans": [5]}', "must be an object"),
        (b'{"text": "a", "spans": [{"start": -1, "end": 1, "label": "A"}]}', "“start” must be a whole number"),
        (b'{"text": "a", "spans": [{"start": 0, "end": "1", "label": "A"}]}', "“end” must be a whole number"),
        (b'{"text": "a", "meta": []}', "“meta” must be an object"),
        (b'{"text": "a", "document": {"read": [[5, 6]], "extra": []}}', "“extra” must be an object"),
        (b'{"text": "a", "relations": [{"head": [], "child": {}, "head_span": 5}]}', "“head_span” must be an object"),
    ],
)
def test_bad_files_get_a_sentence(tmp_path: Path, data: bytes, about: str) -> None:
    (tmp_path / "in.jsonl").write_bytes(b"\n" + data)
    with pytest.raises(ForeignError, match=about) as caught:
        read(tmp_path / "in.jsonl")
    assert caught.value.line == 2
    assert caught.value.sentence.endswith(".")


def test_many_spans(tmp_path: Path) -> None:
    spans = ", ".join(['{"start": 0, "end": 1, "label": "A"}'] * 20_000)
    (tmp_path / "in.jsonl").write_text(f'{{"text": "a", "spans": [{spans}]}}')
    assert len(read(tmp_path / "in.jsonl")[0].annotations) == 20_000


def test_the_same_documents_give_the_same_bytes(tmp_path: Path) -> None:
    exported("prodigy", tmp_path / "a")
    exported("prodigy", tmp_path / "b")
    assert (tmp_path / "a").read_bytes() == (tmp_path / "b").read_bytes()


def test_attributes_and_notes_stand_in_the_span(tmp_path: Path) -> None:
    item = annotation("f1", "figure", LATIN, "40,000", "a note", value=40000)
    exported("prodigy", tmp_path / "o", entries=[Entry("a.txt", document("a.txt", LATIN, item), built_in_scheme())])
    (span,) = tasks_of(tmp_path / "o")[0]["spans"]
    assert (span["attributes"], span["note"]) == ({"value": 40000}, "a note")
