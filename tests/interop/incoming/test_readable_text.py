"""Texts of imported files that no article can have: the characters are left out, or the document is, by its name."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from annotator.corpus.entries import entries_below
from annotator.interop.incoming.importing import Importer
from annotator.interop.incoming.incoming_document import Terms
from annotator.interop.incoming.label_map import LabelMap
from annotator.interop.registry import format_named
from annotator.interop.report import Report
from annotator.model.entry import Entry
from annotator.storage.schemes.scheme_lookup import built_in_scheme
from tests.support.hard_entries import unheard

GOOD = {"id": 9, "text": "Two trains a day.", "label": [[0, 3, "figure"]]}


def imported(folder: Path, *records: object) -> Report:
    source = folder / "in.jsonl"
    source.write_text("".join(json.dumps(record) + "\n" for record in records), "utf-8")
    format = format_named("doccano")
    assert format
    importer = Importer(format, folder / "out", Terms(None, LabelMap(), built_in_scheme()), replace=False)
    importer.take(source, unheard)
    importer.write("2026-11-22T06:21:20Z", unheard)
    return importer.report


def words(folder: Path) -> dict[str, list[str]]:
    """The marked words of all articles; fails where one cannot be read."""
    found: dict[str, list[str]] = {}
    for entry in entries_below([folder / "out"]):
        assert isinstance(entry, Entry), entry
        assert not any(item.displaced for item in entry.document.annotations.values())
        found[entry.text] = [item.words(entry.text) for item in entry.document.annotations.values()]
    return found


@pytest.mark.parametrize("sign", ["\0", "\0\0", "\x1b$B ", "\ufeff"])
def test_a_character_that_no_article_can_have_is_left_out_and_the_offsets_move(tmp_path: Path, sign: str) -> None:
    text = f"{sign}Anna {'' if sign == chr(0xFEFF) else sign}saw Ben."
    start = text.index("Ben")
    report = imported(tmp_path, {"id": 1, "text": text, "label": [[start, start + 3, "source"]]}, GOOD)
    assert [*words(tmp_path).values()] == [["Ben"], ["Two"]]
    assert report.documents == 2
    assert not report.problems


def test_what_marks_only_such_characters_is_left_out_by_itself(tmp_path: Path) -> None:
    report = imported(tmp_path, {"id": 1, "text": "An\0na", "label": [[2, 3, "claim"], [0, 5, "source"]]}, GOOD)
    assert words(tmp_path) == {"Anna": ["Anna"], "Two trains a day.": ["Two"]}
    assert [loss.what for loss in report.losses] == ["altered", "left out"]


@pytest.mark.parametrize("text", ["", "\0", "\ufeff"])
def test_a_text_that_cannot_be_an_article_is_left_out_by_name(tmp_path: Path, text: str) -> None:
    report = imported(tmp_path, {"id": 1, "text": text, "label": []}, GOOD)
    assert [*words(tmp_path).values()] == [["Two"]]
    assert ("left out", "document", "in-1.txt") in [(loss.what, loss.kind, loss.path) for loss in report.losses]
