"""Figures of a folder: those of each document, and what does not fit among them."""

from __future__ import annotations

import csv
from io import StringIO
from pathlib import Path

import pytest

from annotator.corpus.facts.figures import DocumentFigures, figures_below
from annotator.corpus.facts.figures_table import COLUMNS, csv_of
from annotator.storage.files.file_error import Problem

TEXT = "On board were 12 men, among them 15 boys.\n"
HEAD = "format: annotator\nversion: 1\narticle: {file: boat.txt}\n"
FIGURES = """\
annotations:
- {id: a, label: figure, start: 14, end: 16, text: "12", attributes: {value: 12, kind: count, counted: men}}
- {id: b, label: figure, start: 33, end: 35, text: "15", attributes: {value: 15, kind: count, counted: =boys}}
"""
DISMISSED = "dismissed:\n- {id: d, kind: parts, of: [a, b], why: a joke}\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """An article in a subfolder, of which one annotator has dismissed what the other one has not."""
    inner = tmp_path / "inner"
    inner.mkdir()
    (inner / "boat.txt").write_text(TEXT, encoding="utf-8")
    (inner / "boat.annotations.yaml").write_text(HEAD + FIGURES, encoding="utf-8")
    (inner / "boat.annotations.bob.yaml").write_text(f"{HEAD}annotator: bob\n{FIGURES}{DISMISSED}", encoding="utf-8")
    return tmp_path


def documents(folder: Path) -> list[DocumentFigures]:
    return [one for one in figures_below([folder]) if isinstance(one, DocumentFigures)]


def test_each_annotator_has_figures_findings_and_dismissals(folder: Path) -> None:
    first, bob = sorted(documents(folder), key=lambda one: one.annotator)
    assert (first.article, [row.words for row in first.rows]) == ("inner/boat.txt", ["12", "15"])
    assert [finding.of for finding in first.findings] == [("a", "b")]
    assert {place.article for place in first.findings[0].places} == {"inner/boat.txt"}
    assert first.dismissed == ()
    assert (bob.annotator, bob.findings, [one.rule for one in bob.dismissed]) == ("bob", (), ["parts"])


def test_a_sidecar_that_cannot_be_read_is_a_problem_and_the_rest_is_read(folder: Path) -> None:
    (folder / "inner/boat.annotations.bob.yaml").write_text("a: b: c", encoding="utf-8")
    found = [*figures_below([folder])]
    assert [type(one) for one in found].count(Problem) == 1
    assert len(documents(folder)) == 1


def test_who_counts_the_articles_may_end_the_search(folder: Path) -> None:
    def stop(_path: str) -> None:
        raise InterruptedError

    with pytest.raises(InterruptedError):
        [*figures_below([folder], stop)]


def test_csv_has_a_line_for_each_figure_with_what_does_not_fit(folder: Path) -> None:
    text = csv_of(one for one in documents(folder) if not one.annotator).decode("utf-8-sig")
    head, *lines = csv.reader(StringIO(text, newline=""))
    assert head == [*COLUMNS, "does_not_fit"]
    assert [line[head.index("value")] for line in lines] == ["12", "15"]
    assert all("15" in line[-1] and "12" in line[-1] for line in lines)


def test_no_cell_is_a_formula(folder: Path) -> None:
    text = csv_of(documents(folder)).decode("utf-8-sig")
    cells = {cell for line in csv.reader(StringIO(text, newline="")) for cell in line}
    assert "'=boys" in cells
    assert not {cell for cell in cells if cell.startswith("=")}
