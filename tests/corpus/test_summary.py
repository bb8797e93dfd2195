"""What the list says of an article."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.corpus import summary
from annotator.corpus.summary import HEAD, LONGEST_TITLE, Summary, summarise, title_of
from annotator.storage.files.file_error import SidecarError
from annotator.storage.sidecars.sidecar_files import sidecar_path

Annotated = Callable[..., Path]
TITLE = "Thousands leave Aleppo, the Red Cross said."


def fail(*_: object) -> None:
    raise AssertionError("the sidecar was read as a whole")


@pytest.fixture
def quick_only(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(summary, "read_document", fail)


def test_without_a_sidecar_it_is_new(folder: Path) -> None:
    assert summarise(folder / "story.txt", "") == Summary(TITLE, "new", 0)


@pytest.mark.usefixtures("quick_only")
@pytest.mark.parametrize("annotator", ["", "alice"])
def test_our_own_layout_is_not_read_as_a_whole(folder: Path, annotated: Annotated, annotator: str) -> None:
    sidecar = annotated(folder / "story.txt", annotator=annotator, status="done")
    assert summarise(folder / "story.txt", annotator) == Summary(TITLE, "done", 2)
    more = "relations:\n- id: r\n  type: via\n  from: aaaaaa\n  to: bbbbbb\nread:\n- [0, 4]\nown:\n- id: x\n"
    sidecar.write_text(sidecar.read_text(encoding="utf-8") + more, encoding="utf-8")
    assert summarise(folder / "story.txt", annotator) == Summary(TITLE, "done", 2)


def test_an_article_without_annotations(folder: Path) -> None:
    text = 'format: annotator\nversion: 1\narticle: {file: "story.txt"}\nstatus: nothing-found\n'
    sidecar_path(folder / "story.txt").write_text(text, encoding="utf-8")
    assert summarise(folder / "story.txt", "") == Summary(TITLE, "nothing-found", 0)


def test_a_sidecar_written_by_hand(folder: Path) -> None:
    text = (
        "format: annotator\nversion: 1\narticle: {file: story.txt}\nstatus: done\n"
        "annotations: [{id: a, label: x, start: 0, end: 9, text: Thousands}]\n"
    )
    sidecar_path(folder / "story.txt").write_text(text, encoding="utf-8")
    assert summarise(folder / "story.txt", "") == Summary(TITLE, "done", 1)


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("Thousand. leave Aleppo, the Red Cross said.\n", "One annotation is not where it was marked."),
        ("It is over.\n", "2 annotations are not where they were marked."),
        (f"{TITLE} And more.\n", ""),
    ],
)
def test_an_article_that_has_changed(folder: Path, annotated: Annotated, text: str, problem: str) -> None:
    annotated(folder / "story.txt")
    (folder / "story.txt").write_text(text, encoding="utf-8")
    assert summarise(folder / "story.txt", "") == Summary(text.strip(), "in-work", 2, problem)


def test_a_newer_sidecar(folder: Path, annotated: Annotated) -> None:
    sidecar = annotated(folder / "story.txt")
    sidecar.write_bytes(sidecar.read_bytes().replace(b"version: 1", b"version: 2"))
    result = summarise(folder / "story.txt", "")
    assert (result.annotations, result.problem) == (2, summary.NEWER)


@pytest.mark.parametrize(
    ("data", "about"),
    [
        (b"a: [", "not valid YAML"),
        (b"[" * 30_000, "deep"),
        (b"", "empty"),
        (b"services: {}", "not a file of Annotator"),
    ],
)
def test_a_sidecar_that_cannot_be_read(folder: Path, data: bytes, about: str) -> None:
    sidecar_path(folder / "story.txt").write_bytes(data)
    result = summarise(folder / "story.txt", "")
    assert (result.title, result.status, result.annotations) == (TITLE, "", 0)
    assert about in result.problem


def test_the_sidecar_of_another_article(folder: Path, annotated: Annotated) -> None:
    annotated(folder / "story.txt").write_text(
        'format: annotator\nversion: 1\narticle: {file: "other.txt"}\n', encoding="utf-8"
    )
    assert "belongs to another article, “other.txt”" in summarise(folder / "story.txt", "").problem


def test_an_article_whose_stem_another_one_has(folder: Path, annotated: Annotated) -> None:
    annotated(folder / "story.txt")
    (folder / "story.md").write_bytes((folder / "story.txt").read_bytes())
    found = summarise(folder / "story.md", "")
    assert (found.status, found.annotations, found.problem) == ("new", 0, "")


@pytest.mark.parametrize(
    ("data", "about"), [(b"", "empty"), (b"a\0b", "NUL"), (bytes(range(1, 256)), "not plain text")]
)
def test_an_article_that_cannot_be_read(tmp_path: Path, data: bytes, about: str) -> None:
    (tmp_path / "a.txt").write_bytes(data)
    assert about in summarise(tmp_path / "a.txt", "").problem


def test_an_article_that_is_gone_or_no_file(tmp_path: Path) -> None:
    assert "not there" in summarise(tmp_path / "a.txt", "").problem
    (tmp_path / "b.txt").mkdir()
    assert "folder" in summarise(tmp_path / "b.txt", "").problem


@pytest.mark.skipif(sys.platform == "win32", reason="there are no such files")
def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a.txt")
    assert "pipe" in summarise(tmp_path / "a.txt", "").problem


@pytest.mark.usefixtures("quick_only")
def test_of_a_large_article_only_the_beginning_is_read(
    folder: Path, annotated: Annotated, monkeypatch: pytest.MonkeyPatch
) -> None:
    (folder / "story.txt").write_text("\n \n  The  title \n" + "More. " * 200_000, encoding="utf-8")
    annotated(folder / "story.txt")
    monkeypatch.setattr(summary, "read_article", fail)
    assert summarise(folder / "story.txt", "") == Summary("The title", "in-work", 2)


def test_a_large_article_in_another_encoding_or_no_text(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes("Überschrift über Größe\n".encode("cp1252") * 40_000)
    assert summarise(tmp_path / "a.txt", "").title == "Überschrift über Größe"
    (tmp_path / "b.txt").write_bytes(b"\x89PNG\0" * 200_000)
    assert "NUL" in summarise(tmp_path / "b.txt", "").problem


def test_a_large_article_with_a_sidecar_written_by_hand(folder: Path) -> None:
    (folder / "story.txt").write_text("Title\n" + "More. " * 200_000, encoding="utf-8")
    text = "format: annotator\nversion: 1\narticle: {file: story.txt}\nstatus: done\n"
    sidecar_path(folder / "story.txt").write_text(text, encoding="utf-8")
    assert summarise(folder / "story.txt", "") == Summary("Title", "done", 0)


def test_an_article_that_is_too_large(folder: Path) -> None:
    with (folder / "story.txt").open("ab") as file:
        file.truncate(50_000_000)
    assert "too large" in summarise(folder / "story.txt", "").problem


def test_a_long_title_is_cut_off(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("x" * 1000, encoding="utf-8")
    assert summarise(tmp_path / "a.txt", "").title == "x" * 200


def test_a_name_that_leaves_no_room_for_a_sidecar(tmp_path: Path) -> None:
    path = tmp_path / ("x" * 251 + ".txt")
    path.write_text("Text.", encoding="utf-8")
    assert summarise(path, "") == Summary("Text.", "new", 0)


def test_it_never_raises_for_what_is_in_the_files(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    sidecar_path(folder / "story.txt").write_bytes(b"x")

    def unreadable(path: Path, *_: object, **_more: object) -> bytes:
        raise SidecarError.at(path, "It cannot be read.")

    monkeypatch.setattr(summary, "bytes_of", unreadable)
    assert summarise(folder / "story.txt", "").problem == "It cannot be read."


@given(st.text(st.sampled_from("aé \t\n\r\x0b\u2028\u00a0")), st.sampled_from(["", " \n" * HEAD, "a " * HEAD]))
def test_the_title_is_the_first_line_that_is_not_empty(text: str, before: str) -> None:
    lines = (" ".join(line.split()) for line in (before + text)[:HEAD].split("\n"))
    assert title_of(before + text) == next(filter(None, lines), "")[:LONGEST_TITLE]
