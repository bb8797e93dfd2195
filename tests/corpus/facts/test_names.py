"""Names of the documents of a folder."""

from __future__ import annotations

from pathlib import Path

from annotator.corpus.facts.names import DocumentNames, FolderNames, names_below
from annotator.storage.files.file_error import Problem


def write(folder: Path, name: str, text: str, language: str = "en") -> None:
    (folder / f"{name}.txt").write_text(text, encoding="utf-8")
    head = f"format: annotator\nversion: 1\narticle: {{file: {name}.txt, language: {language}}}\nstatus: done\n"
    (folder / f"{name}.annotations.yaml").write_text(head, encoding="utf-8")


def folder_names(folder: Path) -> FolderNames:
    names = FolderNames()
    for found in names_below([folder]):
        assert isinstance(found, DocumentNames)
        names.add(found)
    return names


def test_each_document_is_read_by_its_language(tmp_path: Path) -> None:
    write(tmp_path, "a", "Gestern gab Norhaven Kindern Milch, sagte Dana Reiff.", "de")
    write(tmp_path, "b", "They praised Norhaven and Dana Reiff.")
    found = [names for names in names_below([tmp_path]) if isinstance(names, DocumentNames)]
    assert [[row.name for row in names.rows] for names in found] == [["Dana Reiff"], ["Norhaven", "Dana Reiff"]]
    assert [row.name for row in folder_names(tmp_path).rows()] == ["Dana Reiff", "Norhaven"]


def test_variants_of_a_fixed_name_in_two_articles_do_not_fit(tmp_path: Path) -> None:
    write(tmp_path, "a", "They asked the Society of the Blue Anchor.")
    write(tmp_path, "b", "They asked the Society for the Blue Anchor.")
    write(tmp_path, "c", "They asked the Society for the Blue Anchor, and the Society of the Blue Anchor.")
    assert [len({place.article for place in one.places}) for one in folder_names(tmp_path).findings()] == [1, 2]


def test_people_of_similar_names_in_two_articles_may_be_two(tmp_path: Path) -> None:
    write(tmp_path, "a", "It was late, said Dana Reiff.")
    write(tmp_path, "b", "It was late, said Dana Reif.")
    assert folder_names(tmp_path).findings() == []


def test_what_cannot_be_read_is_a_problem_in_its_place(tmp_path: Path) -> None:
    write(tmp_path, "a", "They praised Norhaven.")
    write(tmp_path, "b", "They praised Selby.")
    (tmp_path / "a.annotations.yaml").write_text("a: b: c", encoding="utf-8")
    assert [type(found) for found in names_below([tmp_path])] == [Problem, DocumentNames]
