"""The documents below folders, with the paths of their articles, their schemes, and what cannot be read."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from annotator.corpus.entries import entries_below
from annotator.model.entry import Entry
from annotator.notebooks import read_document, write_document
from annotator.storage.files.file_error import Problem
from annotator.storage.schemes.scheme_lookup import built_in_scheme
from tests.support.failing.once import fail_once

Annotated = Callable[..., Path]
TEXT = "Thousands leave Aleppo, the Red Cross said.\n"


def found(*paths: Path) -> list[tuple[str, str, str]]:
    entries = [entry for entry in entries_below(paths) if isinstance(entry, Entry)]
    return [(entry.path, entry.document.annotator, entry.scheme.id) for entry in entries]


def problems(*paths: Path) -> list[str]:
    return [problem.path.name for problem in entries_below(paths) if isinstance(problem, Problem)]


def test_paths_count_from_what_was_given(folder: Path, annotated: Annotated) -> None:
    below = folder / "a" / "b"
    below.mkdir(parents=True)
    (below / "deep.txt").write_text(TEXT, encoding="utf-8")
    annotated(below / "deep.txt", annotator="bob")
    annotated(folder / "story.txt")
    built_in = built_in_scheme().id
    assert found(folder) == [("story.txt", "", "own"), ("a/b/deep.txt", "bob", "own")]
    assert found(folder / "a", folder) == [("b/deep.txt", "bob", built_in), ("story.txt", "", "own")]
    assert found(below / "deep.txt") == [("deep.txt", "bob", built_in)]
    assert found(below / "deep.annotations.bob.yaml") == [("deep.txt", "bob", built_in)]


def test_what_cannot_be_read_is_a_problem_once_and_does_not_stop_the_others(folder: Path, annotated: Annotated) -> None:
    annotated(folder / "story.txt", annotator="alice")
    annotated(folder / "story.txt", annotator="bob").write_text("a: b: c", encoding="utf-8")
    annotated(folder / "story.txt", annotator="zoe")
    (folder / "gone.annotations.yaml").write_text("format: annotator\n", encoding="utf-8")
    (folder / "scheme.yaml").write_text("format: odd\n", encoding="utf-8")
    assert problems(folder, folder) == ["gone.annotations.yaml", "scheme.yaml", "story.annotations.bob.yaml"]
    assert found(folder) == [(("story.txt"), name, built_in_scheme().id) for name in ("alice", "zoe")]


def test_a_conflict_copy_is_no_document_of_its_own(folder: Path, annotated: Annotated) -> None:
    data = annotated(folder / "story.txt", annotator="alice").read_bytes()
    (folder / "story.annotations.alice (1).yaml").write_bytes(data)
    assert problems(folder) == ["story.annotations.alice (1).yaml"]
    assert [name for _, name, _ in found(folder)] == ["alice"]


def test_they_are_read_one_after_another(folder: Path, annotated: Annotated) -> None:
    annotated(folder / "story.txt", annotator="alice")
    later = annotated(folder / "story.txt", annotator="bob")
    entries = entries_below([folder])
    next(entries)
    later.write_text("a: b: c", encoding="utf-8")
    assert isinstance(next(entries), Problem)


def test_two_articles_of_one_stem_have_names_of_their_own(folder: Path) -> None:
    for name in ("deep.md", "deep.txt"):
        (folder / name).write_text(f"{TEXT}{name}", encoding="utf-8")
    for name in ("deep.md", "deep.txt"):
        for annotator in ("", "bob"):
            write_document(read_document(folder / name, annotator), folder / name)
    entries = [entry for entry in entries_below([folder]) if isinstance(entry, Entry)]
    assert [(entry.path, entry.name) for entry in entries] == [
        ("deep.txt", "deep.bob"),
        ("deep.txt", "deep"),
        ("deep.md", "deep.md.bob"),
        ("deep.md", "deep.md"),
    ]
    assert found(folder / "deep.md") == [("deep.md", "bob", "own"), ("deep.md", "", "own")]


@pytest.mark.parametrize("time", [1, 2])
def test_a_folder_of_which_the_system_cannot_tell_is_a_problem(
    folder: Path, monkeypatch: pytest.MonkeyPatch, time: int
) -> None:
    asked: list[object] = []

    def fits(file: object) -> bool:
        asked.extend([file] if file == folder else [])
        return len(asked) == time

    failed = fail_once(monkeypatch, "stat", fits)
    assert problems(folder) == [folder.name]
    assert failed == [folder]
