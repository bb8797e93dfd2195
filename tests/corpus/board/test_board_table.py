"""Rows of a folder as columns: read by one process or several, exchanged, and gone."""

from __future__ import annotations

from pathlib import Path

import pytest

from annotator.corpus import processes
from annotator.corpus.board import reading
from annotator.corpus.board.parts import time_text
from annotator.corpus.board.reading import Wanted, part_of, parts_below
from annotator.corpus.board.stamps import rewritten_below, stamps_below
from annotator.corpus.board.table import BoardTable
from annotator.facts.board.columns import board_columns
from annotator.model.annotation import Annotation
from annotator.model.document import Document
from annotator.model.items import altered
from annotator.storage.schemes.scheme_lookup import built_in_scheme
from annotator.storage.sidecars.sidecar_files import sidecar_path
from tests.support.desk.desk_folder import BRIDGE, TIME, document_of, write_desk

SCHEME = built_in_scheme()
WANTED = Wanted("claim", board_columns(SCHEME, "claim"))
SAID = ("the engineer", "The bridge is unsafe")
PATHS = "bridge.txt", "bridge.annotations.yaml"


def read(folder: Path, jobs: int = 1) -> BoardTable:
    table = BoardTable(WANTED.columns)
    for part in parts_below(folder, WANTED, jobs):
        table.add(part)
    return table


def seen(table: BoardTable) -> list[tuple[str, ...]]:
    """Everything that the table says of its rows."""
    cells = [column for column in table.columns if table.coded(column)]
    return [
        (table.document(row).article, table.words[row], *(table.text(column, row) for column in cells))
        for row in table.rows()
    ]


def bridge() -> Document:
    return document_of("bridge.txt", BRIDGE, "", SAID)


def test_all_documents_are_read_with_their_articles(tmp_path: Path) -> None:
    write_desk(tmp_path)
    table = read(tmp_path)
    assert [table.document(row).article for row in table.rows()] == ["bridge.txt"] * 3 + ["market.txt"] * 3
    about = table.document(0)
    assert (about.title, about.status, about.sidecar, about.rows) == ("Bridge stays shut", "done", PATHS[1], 3)
    assert time_text(table.numbers["created"][0]) == TIME


def test_several_processes_read_the_same(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for number in range(4):
        (tmp_path / str(number)).mkdir()
        write_desk(tmp_path / str(number))
    alone = seen(read(tmp_path))
    monkeypatch.setattr(processes, "FEWEST", 1)
    monkeypatch.setattr(reading, "FIRST", 2)
    assert seen(read(tmp_path, jobs=2)) == alone
    assert len(alone) == 24


def test_huge_offsets_of_what_has_lost_its_place_do_not_keep_others_from_being_read(tmp_path: Path) -> None:
    write_desk(tmp_path)
    sidecar = tmp_path / "bridge.annotations.yaml"
    first = next(line for line in sidecar.read_text().splitlines() if line.startswith("  end:"))
    sidecar.write_text(sidecar.read_text().replace(first, f"  end: {10**12}", 1))
    assert len(read(tmp_path).rows()) == 6


def test_a_file_that_cannot_be_read_is_a_problem_and_the_others_are_rows(tmp_path: Path) -> None:
    write_desk(tmp_path)
    sidecar_path(tmp_path / "bridge.txt").write_text("annotations: [\n", "utf-8")
    parts = list(parts_below(tmp_path, WANTED, 1))
    assert [problem.path.name for part in parts for problem in part.problems] == [PATHS[1]]
    assert sum(len(part.ids) for part in parts) == 3


def test_a_document_takes_the_place_of_its_earlier_rows(tmp_path: Path) -> None:
    write_desk(tmp_path)
    table, changed = read(tmp_path), bridge()
    claim = altered(changed.annotations["c2"], state="confirmed")
    table.add(part_of(WANTED, changed.with_items(Annotation, {**changed.annotations, "c2": claim}), SCHEME, PATHS))
    assert list(table.rows()) == list(range(6))
    assert table.open_facts == 5
    state = next(column for column in table.columns if column.id == "state")
    assert [table.text(state, row) for row in table.rows()] == ["", "confirmed", *[""] * 4]


def test_a_document_with_fewer_rows_stays_at_its_place_in_the_order(tmp_path: Path) -> None:
    write_desk(tmp_path)
    table, changed = read(tmp_path), bridge()
    fewer = {id: item for id, item in changed.annotations.items() if id != "c3"}
    table.add(part_of(WANTED, changed.with_items(Annotation, fewer), SCHEME, PATHS))
    assert len(table) == 5
    assert [table.ids[row] for row in table.rows()] == ["c1", "c2", "c1", "c2", "c3"]
    assert table.open_facts == 5
    table.remove(PATHS[1])
    assert (len(table), table.open_facts) == (3, 3)


def test_sidecars_that_were_written_since_or_are_gone_are_found(tmp_path: Path) -> None:
    write_desk(tmp_path)
    before = stamps_below(tmp_path)
    sidecar = sidecar_path(tmp_path / "bridge.txt")
    sidecar.write_bytes(sidecar.read_bytes() + b"# seen\n")
    sidecar_path(tmp_path / "market.txt").unlink()
    found = rewritten_below(tmp_path, before)
    assert (found.written, found.gone) == ([PATHS[1]], ["market.annotations.yaml"])
    assert rewritten_below(tmp_path, found.stamps)[:2] == ([], [])
