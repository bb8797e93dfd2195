"""Schemes of the subfolders that an import fills: the labels that it made are known there too."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from annotator.corpus.checking.problems import Check
from annotator.interop.format import EVERYTHING, Format, Incoming
from annotator.interop.incoming.importing import Importer
from annotator.interop.incoming.incoming_document import Terms
from annotator.interop.incoming.label_map import LabelMap
from annotator.interop.report import Report
from annotator.model.annotation import Annotation
from annotator.model.span import Span
from annotator.storage.schemes.scheme_lookup import scheme_of
from tests.support.hard_entries import unheard

OWN = "format: annotation-scheme\nversion: 1\nid: mine\nlabels:\n- id: train\n"


def imported(folder: Path, *paths: str) -> Report:
    def read(path: Path, report: Report) -> Iterator[Incoming]:
        for name in paths:
            yield Incoming(name, f"Two trains reach {name}.", (Annotation("a1", "train", Span(4, 10)),))

    format = Format("some", "Some", ".x", EVERYTHING, None, read)
    importer = Importer(format, folder, Terms(None, LabelMap(), scheme_of(folder)[0]), replace=False)
    importer.take(folder / "in.x", unheard)
    importer.write("2026-11-22T06:21:20Z", unheard)
    return importer.report


def labels(folder: Path) -> list[str]:
    return [label.id for label in scheme_of(folder)[0].labels]


def test_the_made_labels_are_known_in_the_subfolders(tmp_path: Path) -> None:
    report = imported(tmp_path, "a.txt", "d/one.txt", "d/e/two.txt")
    assert [*Check().below(tmp_path)] == []
    assert labels(tmp_path) == labels(tmp_path / "d") == labels(tmp_path / "d" / "e")
    assert any("“d”" in note and "“d/e”" in note for note in report.notes)


def test_a_new_subfolder_gets_a_copy_of_the_folders_own_scheme(tmp_path: Path) -> None:
    (tmp_path / "scheme.yaml").write_text(OWN, "utf-8")
    imported(tmp_path, "d/one.txt")
    assert (tmp_path / "d" / "scheme.yaml").read_text("utf-8") == OWN
    assert [*Check().below(tmp_path)] == []


def test_a_subfolder_that_was_there_keeps_the_built_in_labels(tmp_path: Path) -> None:
    (tmp_path / "scheme.yaml").write_text(OWN, "utf-8")
    (tmp_path / "d").mkdir()
    imported(tmp_path, "d/one.txt")
    assert {"claim", "train"} <= {*labels(tmp_path / "d")}
    assert [*Check().below(tmp_path)] == []


def test_a_subfolders_own_scheme_is_left_alone(tmp_path: Path) -> None:
    own = OWN.replace("train", "bridge")
    (tmp_path / "d").mkdir()
    (tmp_path / "d" / "scheme.yaml").write_text(own, "utf-8")
    report = imported(tmp_path, "d/one.txt")
    assert (tmp_path / "d" / "scheme.yaml").read_text("utf-8") == own
    assert any("lacks “train”" in note for note in report.notes)


def test_nothing_is_copied_where_nothing_was_made(tmp_path: Path) -> None:
    (tmp_path / "scheme.yaml").write_text(OWN, "utf-8")
    imported(tmp_path, "one.txt")
    assert [path.name for path in tmp_path.rglob("scheme.yaml")] == ["scheme.yaml"]
