"""doccano's JSON lines. doccano needs Django and old pandas, so its rules for a file stand here instead of itself.

``doccano-1.8.4-*.jsonl`` are what doccano 1.8.4 exported after it had imported the hard entries as we write them.
"""

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
from annotator.interop.formats.doccano import FORMAT
from annotator.interop.report import Report
from annotator.model.entry import Entry
from annotator.storage.schemes.scheme_lookup import built_in_scheme
from tests.support.entry_strategies import entries
from tests.support.hard_entries import ARABIC, CHINESE, LATIN, annotation, document, exported, hard_entries

HERE = Path(__file__).parent
RELATIONS, LABELS = HERE / "doccano-1.8.4-relations.jsonl", HERE / "doccano-1.8.4-labels.jsonl"


def read(path: Path, report: Report | None = None) -> list[Incoming]:
    assert FORMAT.read
    return list(FORMAT.read(path, report or Report()))


def read_text(folder: Path, *records: Any) -> tuple[list[Incoming], Report]:
    """What comes of these lines, and the report."""
    file, report = folder / "in.jsonl", Report()
    file.write_text("".join(json.dumps(record) + "\n" for record in records), "utf-8")
    return read(file, report), report


def imported_by_doccano(path: Path) -> list[dict[str, Any]]:
    """What its parser, its data frame and its checks of spans and relations make of a file."""
    lines = path.read_text("ascii").splitlines()  # what it takes for other than ASCII, it guesses the encoding of
    rows = [json.loads(line.rstrip()) for line in lines]
    assert len({frozenset(row) for row in rows}) <= 1, "NaN would be in the metadata, which is no JSON"
    for row in rows:
        assert row["text"], "The empty text is not allowed."
        ids = [entity["id"] for entity in row["entities"]]
        assert all(type(id) is int for id in ids)
        assert len(set(ids)) == len(ids)
        for entity in row["entities"]:
            assert 0 <= entity["start_offset"] < entity["end_offset"]
            assert entity["label"]
        for relation in row["relations"]:
            assert relation["type"]
            assert {relation["from_id"], relation["to_id"]} <= {*ids}
    return rows


def words_of(row: dict[str, Any]) -> list[tuple[str, str]]:
    """Each label and what doccano highlights for it: its page counts as JavaScript does."""
    data = row["text"].encode("utf-16-le")
    return [
        (item["label"], data[2 * item["start_offset"] : 2 * item["end_offset"]].decode("utf-16-le"))
        for item in row["entities"]
    ]


def expected_words(entry: Entry) -> list[tuple[str, str]]:
    return [(item.label, item.span.of(entry.text)) for item in entry.annotations]


def test_doccano_finds_the_words_and_the_relations(tmp_path: Path) -> None:
    exported("doccano", tmp_path / "out.jsonl")
    rows = imported_by_doccano(tmp_path / "out.jsonl")
    for entry, row in zip(hard_entries(), rows, strict=True):
        assert row["text"] == entry.text
        assert words_of(row) == expected_words(entry)
        words = [word for _, word in words_of(row)]
        found = [(item["type"], words[item["from_id"]], words[item["to_id"]]) for item in row["relations"]]
        items = entry.document.annotations
        assert found == [
            (item.type, items[item.source].span.of(entry.text), items[item.target].span.of(entry.text))
            for item in entry.relations
        ]


def test_what_it_cannot_carry_is_told(tmp_path: Path) -> None:
    report = exported("doccano", tmp_path / "out.jsonl")
    assert report.reasons() == [
        (9, "altered", "annotation", "its attributes are left out"),
        (3, "altered", "annotation", "its note is left out"),
    ]
    assert report.not_carried == {"ids", "times", "read ranges"}


def test_it_says_its_unit_and_has_the_same_columns_everywhere(tmp_path: Path) -> None:
    plain = document("b.txt", "b", annotator="")
    with_more = replace(plain, article_extra={"title": "B"}, extra={"z": [1]})
    scheme = built_in_scheme()
    exported(
        "doccano", tmp_path / "o", entries=[Entry("b.txt", plain, scheme), Entry("c.txt", with_more, scheme, "dev")]
    )
    rows = imported_by_doccano(tmp_path / "o")
    assert {row["unit"] for row in rows} == {"utf-16"}
    assert (rows[1]["split"], rows[1]["article"], rows[1]["extra"]) == ("dev", {"title": "B"}, {"z": [1]})


def test_an_empty_article_is_reported(tmp_path: Path) -> None:
    report = exported("doccano", tmp_path / "o", entries=[Entry("a.txt", document("a.txt", ""), built_in_scheme())])
    assert report.reasons() == [(1, "altered", "document", "doccano takes no document without text")]
    assert read(tmp_path / "o")[0].text == ""


@given(entries())
def test_what_it_carries_comes_back(entry: Entry) -> None:
    with tempfile.TemporaryDirectory() as folder:
        exported("doccano", Path(folder, "o"), entries=[entry])
        (row,), (back,) = imported_by_doccano(Path(folder, "o")), read(Path(folder, "o"))
    assert words_of(row) == expected_words(entry)
    assert [(item.span, item.label) for item in back.annotations] == [(i.span, i.label) for i in entry.annotations]
    ids = dict(zip((item.id for item in back.annotations), (item.id for item in entry.annotations), strict=True))
    found = [(item.type, ids[item.source], ids[item.target]) for item in back.relations]
    assert found == [(item.type, item.source, item.target) for item in entry.relations]
    assert (back.path, back.text, back.status) == (entry.path, entry.text, entry.document.status.value)
    assert (back.article, back.extra) == (entry.document.article_extra, entry.document.extra)


@pytest.mark.parametrize("path", [RELATIONS, LABELS], ids=["relations", "labels"])
def test_what_doccano_exports_is_read(path: Path) -> None:
    report = Report()
    for entry, back in zip(hard_entries(), read(path, report), strict=True):
        assert (back.path, back.text, back.annotator) == (entry.path, entry.text, entry.document.annotator)
        assert back.text
        found = sorted((item.label, item.span.of(back.text)) for item in back.annotations)
        assert found == sorted(expected_words(entry))
        assert len(back.relations) == (len(entry.relations) if path == RELATIONS else 0)
        kept = back.extra["x-doccano"]
        assert isinstance(kept, dict)
        assert kept["Comments"] == []
    assert not report.notes
    stale = [(5, "left out", "relation", "the labels have no ids by which it could join them")]
    assert report.reasons() == ([] if path == RELATIONS else stale)


def test_relations_of_doccano_join_what_they_joined() -> None:
    back = read(RELATIONS)[0]
    assert back.text
    words = {item.id: item.span.of(back.text) for item in back.annotations}
    claim = "Some 40,000 people left cafe\u0301s and homes"
    assert [(item.type, words[item.source], words[item.target]) for item in back.relations] == [
        ("attributed_to", claim, "Peter Maurer"),
        ("cued_by", claim, "said"),
        ("quantifies", "Some 40,000", claim),
    ]


def test_a_file_in_code_points_says_so_or_is_doubted(tmp_path: Path) -> None:
    record = {"text": CHINESE, "label": [[24, 30, "claim"]]}
    (doubted,), report = read_text(tmp_path, record)
    assert doubted.annotations[0].span.of(CHINESE) != CHINESE[24:30]
    (note,) = report.notes
    assert "1 of its texts" in note
    (known,), report = read_text(tmp_path, {**record, "unit": "code-points"})
    assert known.annotations[0].span.of(CHINESE) == "𠮷野家关门了"
    assert not report.notes
    (_, _), report = read_text(tmp_path, {"text": "é"}, {"text": ARABIC.replace("🚌", "")})
    assert not report.notes


def test_files_of_other_makers(tmp_path: Path) -> None:
    found, report = read_text(
        tmp_path,
        {"data": "a b", "labels": [[0, 1, "A"], [2, 3, "B"]], "meta": {"url": "u"}},
        {"text": "a", "label": ["good"]},
        {"text": "a", "label": "good"},
        {"text": "\ufeffa\r\nb", "entities": [{"id": 9, "start_offset": 4, "end_offset": 5, "label": "A", "prob": 1}]},
        {"text": "a", "label": [[1, 1, "A"]]},
    )
    assert [(item.id, item.label, item.span.start) for item in found[0].annotations] == [("e0", "A", 0), ("e1", "B", 2)]
    assert found[0].path == "in-1.txt"
    assert found[0].extra == {"x-doccano": {"meta": {"url": "u"}}}
    assert [item.labels for item in found[1:3]] == [("good",)] * 2
    assert found[3].text == "a\nb"
    assert found[3].annotations[0].span.of("a\nb") == "b"
    assert found[3].annotations[0].extra == {"x-doccano": {"prob": 1}}
    assert [(loss.path, loss.id, loss.why) for loss in report.losses] == [
        ("in-5.txt", "e0", "its end is not after its start")
    ]


@pytest.mark.parametrize(
    ("data", "about"),
    [
        (b'{"text": "a"', "not valid JSON"),
        (b"[1]", "not a JSON object"),
        (b"\xff", "not UTF-8"),
        (b'{"label": []}', "“text” is missing"),
        (b'{"text": "a", "unit": "bytes"}', "“unit” must be one of"),
        (b'{"text": "a", "label": {}}', "“label” must be a list"),
        (b'{"text": "a", "label": [[0, 1]]}', r"must be an object, or \[start, end, label\]"),
        (b'{"text": "a", "label": [[0, true, "A"]]}', "“end_offset” must be a whole number"),
        (b'{"text": "a", "label": [[-1, 1, "A"]]}', "“start_offset” must be a whole number"),
        (b'{"text": "a", "label": [[0, 1, 5]]}', "“label” must be text"),
        (b'{"text": "a", "entities": [{"start_offset": 0, "end_offset": 1}]}', "“label” is missing"),
        (b'{"text": "a", "relations": [{"from_id": 1, "to_id": 2}]}', "“type” is missing"),
    ],
)
def test_bad_files_get_a_sentence(tmp_path: Path, data: bytes, about: str) -> None:
    (tmp_path / "in.jsonl").write_bytes(b"\n" + data)
    with pytest.raises(ForeignError, match=about) as caught:
        read(tmp_path / "in.jsonl")
    assert caught.value.line == 2
    assert caught.value.sentence.endswith(".")


def test_many_entities(tmp_path: Path) -> None:
    (found,), _ = read_text(tmp_path, {"text": "a", "label": [[0, 1, "A"]] * 20_000})
    assert len(found.annotations) == 20_000


def test_the_same_documents_give_the_same_bytes(tmp_path: Path) -> None:
    exported("doccano", tmp_path / "a")
    exported("doccano", tmp_path / "b")
    assert (tmp_path / "a").read_bytes() == (tmp_path / "b").read_bytes()


def test_an_emoji_before_moves_the_offsets(tmp_path: Path) -> None:
    item = annotation("c1", "claim", LATIN, "said")
    exported("doccano", tmp_path / "o", entries=[Entry("a.txt", document("a.txt", LATIN, item), built_in_scheme())])
    (row,) = imported_by_doccano(tmp_path / "o")
    assert row["entities"][0]["start_offset"] == item.span.start + 3
