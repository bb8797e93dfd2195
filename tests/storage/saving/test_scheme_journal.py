"""The journal of a change of a scheme: what is not as the program writes it is damaged, whatever it is."""

from __future__ import annotations

import json
import zlib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from annotator.model.scheme_changes.changes import Rename
from annotator.model.scheme_changes.parts import LABEL, Part
from annotator.storage.files.file_error import SaveError
from annotator.storage.saving import scheme_journal
from annotator.storage.saving.scheme_journal import Journal, KeptScheme, KeptSidecar, begun_journal, digest, journals

KEPT = KeptSidecar("a.annotations.yaml", "format: annotator\n", digest(b"x"))


@pytest.fixture
def journal(tmp_path: Path) -> Journal:
    change = Rename(Part(LABEL, "claim"), "statement")
    begun = begun_journal(tmp_path, "A change", change, "2026-11-28T08:00:00Z", [KeptScheme("scheme.yaml", None, "x")])
    begun.add([KEPT])
    return begun


def piece(journal: Journal) -> Path:
    (found,) = journal.place.path.glob("*.z")
    return found


PIECES: list[Any] = [
    5,
    [5],
    [[]],
    [["a", "b"]],
    [[None, "", ""]],
    [["a", 5, "x"]],
    [["a", "\ud800", "x"]],
    [["a", "", 1]],
]


@pytest.mark.parametrize("content", [*map(json.dumps, PIECES), "[" * 100_000, "no JSON"])
def test_a_piece_of_another_form_is_damaged(journal: Journal, content: str) -> None:
    piece(journal).write_bytes(zlib.compress(content.encode()))
    with pytest.raises(SaveError, match="It is damaged"):
        list(journal.sidecars())


def test_a_piece_that_unpacks_to_more_than_any_piece_has_is_damaged(
    journal: Journal, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert list(journal.sidecars()) == [(KEPT,)]
    monkeypatch.setattr(scheme_journal, "MOST_BYTES", 100_000)
    piece(journal).write_bytes(zlib.compress(b"[" + b" " * 200_000 + b"]"))
    with pytest.raises(SaveError, match="It is damaged"):
        list(journal.sidecars())


def test_a_piece_that_is_cut_off_is_damaged(journal: Journal) -> None:
    piece(journal).write_bytes(piece(journal).read_bytes()[:-5])
    with pytest.raises(SaveError, match="It is damaged"):
        list(journal.sidecars())


HEADS: list[Callable[[dict[str, Any]], object]] = [
    lambda head: head.pop("change"),
    lambda head: head["change"].update(do="paint"),
    lambda head: head.update(schemes=[[None, None, "x"]]),
    lambda head: head.update(schemes=[["scheme.yaml", None, None]]),
    lambda head: head.update(schemes=[["scheme.yaml", "\ud800", "x"]]),
    lambda head: head.update(schemes=[["scheme.yaml"]]),
    lambda head: head.update(counts={"sidecars": float("inf")}),
    lambda head: head.update(counts=[1]),
]


@pytest.mark.parametrize("edit", HEADS)
def test_a_head_of_another_form_is_none(journal: Journal, edit: Callable[[dict[str, Any]], object]) -> None:
    path = journal.place.path / "change.json"
    head = json.loads(path.read_bytes())
    assert len(journals(journal.folder)) == 1
    edit(head)
    path.write_text(json.dumps(head), "utf-8")
    assert journals(journal.folder) == []


def test_a_head_that_is_nested_endlessly_is_none(journal: Journal) -> None:
    (journal.place.path / "change.json").write_text("[" * 100_000, "utf-8")
    assert journals(journal.folder) == []
