"""brat collections with a folder for each annotator, and those whose folders are something else."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from annotator.corpus.entries import entries_below
from annotator.interop.formats.brat.format import FORMAT
from annotator.interop.incoming.importing import Importer
from annotator.interop.incoming.incoming_document import Terms
from annotator.interop.incoming.label_map import LabelMap
from annotator.interop.report import Report
from annotator.model.annotation import Annotation
from annotator.model.entry import Entry
from annotator.model.span import Span
from annotator.storage.schemes.scheme_lookup import built_in_scheme, scheme_of
from tests.support.hard_entries import document, exported, unheard

TEXT = "Der Rat hat 40 Millionen Euro bewilligt.\n"
OTHER = "وافق المجلس على الميزانية.\n"


def put(folder: Path, name: str, text: str | None = TEXT, label: str = "Org", words: int = 7) -> None:
    file = folder / name
    file.parent.mkdir(parents=True, exist_ok=True)
    if text is not None:
        file.with_suffix(".txt").write_text(text, "utf-8")
    file.with_suffix(".ann").write_text(f"T1\t{label} 0 {words}\t{(text or TEXT)[:words]}\n", "utf-8")


def imported(source: Path, folder: Path) -> Report:
    importer = Importer(FORMAT, folder, Terms(None, LabelMap(), scheme_of(folder)[0]), replace=False)
    importer.take(source, unheard)
    importer.write("2026-11-22T06:21:20Z", unheard)
    return importer.report


def found(folder: Path) -> list[tuple[str, str]]:
    entries = [entry for entry in entries_below([folder]) if isinstance(entry, Entry)]
    return sorted((entry.path, entry.document.annotator) for entry in entries)


def test_folders_with_the_same_articles_are_annotators(tmp_path: Path) -> None:
    for annotator in ("anna", "björn", "ليلى"):
        put(tmp_path / "in", f"{annotator}/rat.ann", label=f"Org-{annotator}")
    put(tmp_path / "in", "anna/news/jisr.ann", OTHER)
    report = imported(tmp_path / "in", tmp_path / "out")
    assert report.is_whole
    assert found(tmp_path / "out") == [
        ("news/jisr.txt", "anna"),
        ("rat.txt", "anna"),
        ("rat.txt", "björn"),
        ("rat.txt", "ليلى"),
    ]
    assert any("“anna”, “björn”, “ليلى”" in note for note in report.notes)


def test_folders_below_others_are_annotators_too(tmp_path: Path) -> None:
    for annotator in ("anna", "ben"):
        put(tmp_path / "in", f"2026/{annotator}/rat.ann")
    assert imported(tmp_path / "in", tmp_path / "out").is_whole
    assert found(tmp_path / "out") == [("2026/rat.txt", "anna"), ("2026/rat.txt", "ben")]


def test_a_text_above_the_folders_is_of_all_annotators(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "rat.txt").write_text(TEXT, "utf-8")
    for annotator in ("anna", "ben"):
        put(tmp_path / "in", f"{annotator}/rat.ann", None)
    assert imported(tmp_path / "in", tmp_path / "out").is_whole
    assert found(tmp_path / "out") == [("rat.txt", "anna"), ("rat.txt", "ben")]


def test_folders_with_other_texts_are_none(tmp_path: Path) -> None:
    for split, text in (("train", TEXT), ("dev", OTHER)):
        put(tmp_path / "in", f"{split}/0.ann", text)
        put(tmp_path / "in", f"{split}/1.ann", f"{split}: {text}")
    assert imported(tmp_path / "in", tmp_path / "out").is_whole
    assert {annotator for _, annotator in found(tmp_path / "out")} == {""}
    assert len(found(tmp_path / "out")) == 4


def test_a_bad_line_of_one_annotator_is_named(tmp_path: Path) -> None:
    for annotator in ("anna", "ben"):
        put(tmp_path / "in", f"{annotator}/rat.ann")
        put(tmp_path / "in", f"{annotator}/jisr.ann", OTHER)
    (tmp_path / "in" / "ben" / "rat.ann").write_text("T1\tOrg 0 7\tDer Rat\nT2\tOrg 0 3\tDie\n", "utf-8")
    report = imported(tmp_path / "in", tmp_path / "out")
    (problem,) = report.problems
    assert (problem.path, problem.line) == (tmp_path / "in" / "ben" / "rat.ann", 2)
    in_both = [(name, annotator) for name in ("jisr.txt", "rat.txt") for annotator in ("anna", "ben")]
    assert found(tmp_path / "out") == in_both


def test_the_annotators_of_an_export_come_back(tmp_path: Path) -> None:
    mine = Annotation("a1", "claim", Span(0, 7))
    entries = [
        Entry(path, replace(document(path, TEXT, mine), annotator=annotator), built_in_scheme())
        for path, annotator in (
            ("rat.txt", "anna"),
            ("rat.txt", "ben"),
            ("news/jisr.anna.txt", ""),
            ("stadt.txt", "ben"),
        )
    ]
    exported("brat", tmp_path / "in", entries=entries)
    assert (tmp_path / "in" / "rat.anna.ann").exists()
    imported(tmp_path / "in", tmp_path / "out")
    assert found(tmp_path / "out") == sorted((entry.path, entry.document.annotator) for entry in entries)
