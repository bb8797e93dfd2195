"""What ``import annotator`` gives to scripts and notebooks."""

from __future__ import annotations

import doctest
import shutil
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

import annotator
from annotator import notebooks
from annotator.model.edits import annotate


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for path in annotator.samples().iterdir():
        if path.is_file():
            shutil.copy(path, tmp_path)
    return tmp_path


def test_the_examples_of_the_documentation_are_true() -> None:
    result = doctest.testmod(notebooks)
    assert result.attempted > 10
    assert not result.failed


def test_everything_that_is_promised_is_there() -> None:
    for name in annotator.__all__:
        assert getattr(annotator, name) is getattr(notebooks, name)
    assert sorted(annotator.__all__) == sorted(notebooks.__all__)
    with pytest.raises(AttributeError, match="no attribute 'nothing'"):
        annotator.nothing  # noqa: B018 – to ask for it is the test


def test_importing_it_brings_nothing_else() -> None:
    code = "import annotator, sys; print([m for m in sys.modules if m.startswith('annotator') or 'PySide' in m])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "['annotator']\n"


def test_reading_is_lazy(folder: Path) -> None:
    entries = annotator.read_folder(folder)
    assert next(entries).path == "aleppo-evacuation.txt"
    (folder / "harbour-report.annotations.yaml").write_text("a: b: c", encoding="utf-8")
    with pytest.raises(annotator.FileError, match=r"harbour-report.annotations.yaml:1"):
        next(entries)


def test_problems_can_be_gathered_instead(folder: Path) -> None:
    (folder / "harbour-report.annotations.yaml").write_text("a: b: c", encoding="utf-8")
    problems: list[annotator.Problem] = []
    assert len(list(annotator.read_folder(folder, problems))) == 3
    assert [problem.path.name for problem in problems] == ["harbour-report.annotations.yaml"]


def test_a_document_is_written_beside_its_article_and_read_again(folder: Path) -> None:
    article = folder / "bus-fares.txt"
    document = annotator.read_document(article, annotator="model")
    change = annotate(document, annotator.Span(0, 9), "claim", id="m1", now="2026-11-22T06:21:20Z")
    path = annotator.write_document(change.apply(document), article)
    assert path == folder / "bus-fares.annotations.model.yaml"
    assert annotator.read_document(path) == annotator.read_document(article, "model")
    assert list(annotator.read_document(path).annotations) == ["m1"]


def test_nothing_is_written_over_a_sidecar_unasked(folder: Path) -> None:
    article = folder / "night-market.txt"
    before = (folder / "night-market.annotations.yaml").read_bytes()
    document = replace(annotator.read_document(article), annotations={}, relations={})
    with pytest.raises(annotator.FileError, match="exists already"):
        annotator.write_document(document, article)
    assert (folder / "night-market.annotations.yaml").read_bytes() == before
    annotator.write_document(document, article, replace=True)
    (kept,) = (folder / ".annotator" / "history" / "night-market.annotations.yaml").iterdir()
    assert kept.read_bytes() == before


def test_a_document_whose_file_was_copied_is_written_into_its_own_file(tmp_path: Path) -> None:
    article = tmp_path / "story.txt"
    article.write_text("Snow fell.\n", encoding="utf-8")
    bens = annotator.write_document(annotator.read_document(article, annotator="ben"), article)
    anas = bens.with_name("story.annotations.ana.yaml")
    anas.write_bytes(bens.read_bytes())
    document = annotator.read_document(article, annotator="ana")
    assert annotator.write_document(document, article, replace=True) == anas


def test_a_document_of_another_text_is_not_written(folder: Path) -> None:
    document = annotator.read_document(folder / "night-market.txt")
    with pytest.raises(annotator.FileError, match="not that of the document"):
        annotator.write_document(document, folder / "bus-fares.txt")
    assert not (folder / "bus-fares.annotations.yaml").exists()


def test_records_have_the_same_keys_in_every_row(folder: Path) -> None:
    rows = list(annotator.to_records(folder))
    assert len(rows) == 182
    assert len({tuple(row) for row in rows}) == 1
    for row in rows:
        text = annotator.read_document(folder / str(row["path"])).article.text
        assert text[row["start"] : row["end"]] == row["text"]
    assert any(row["attribute_kind"] == "event" for row in rows)


def test_records_of_displaced_annotations_have_no_offsets(folder: Path) -> None:
    article = folder / "bus-fares.txt"
    document = annotator.read_document(article)
    annotation = annotator.Annotation("x1", "claim", annotator.Span(0, 9), displaced=None)
    annotator.write_document(replace(document, annotations={"x1": annotation}), article)
    sidecar = folder / "bus-fares.annotations.yaml"
    sidecar.write_text(sidecar.read_text("utf-8").replace("start: 0", "start: 1"), encoding="utf-8")
    row = next(row for row in annotator.to_records(sidecar) if row["id"] == "x1")
    assert (row["start"], row["end"]) == (None, None)
    assert row["text"] == document.article.text[:9]


def test_pandas_makes_a_table_of_them(folder: Path) -> None:
    pandas = pytest.importorskip("pandas")
    frame = pandas.DataFrame(annotator.to_records(folder))
    assert len(frame) == 182
    assert set(frame["label"]) >= {"claim", "source", "figure"}
