"""``annotator reanchor``: what it prints, what it writes and what it returns."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from shutil import rmtree
from types import MappingProxyType

import pytest

from annotator.cli import main
from annotator.model.annotation import Annotation
from annotator.model.article import Article
from annotator.model.document import Document
from annotator.model.kinds.sign_offs import SignOff
from annotator.model.span import Span
from annotator.notebooks import read_document
from annotator.storage.articles.article_reading import read_article
from annotator.storage.saving.history import versions
from annotator.storage.saving.kept_texts import keep_text
from annotator.storage.sidecars.sidecar_files import SidecarWriter, read_sidecar
from tests.support.program import sidecar_of
from tests.support.signed.articles import draft, write_signed

OLD = (
    "The mayor resigned on Monday after the vote. About 40 people were in the hall. "
    "The ferry runs every 30 minutes. Nobody was hurt when the crane came down.\n"
)
EDITED = "Late news. " + OLD.replace("40 people", "45 people").replace("The ferry runs every 30 minutes. ", "")
WORDS = {"kept": "resigned on Monday", "edited": "40 people", "gone": "every 30 minutes"}


@pytest.fixture
def sidecar(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An article with its sidecar, and the text that it was made on."""
    monkeypatch.chdir(tmp_path)
    article = Article.of("story.txt", OLD)
    items = {id: Annotation(id, "claim", _span(words)) for id, words in WORDS.items()}
    path = tmp_path / "story.annotations.yaml"
    path.write_bytes(SidecarWriter().data(Document(article, MappingProxyType(items))))
    (tmp_path / "story.txt").write_text(OLD, encoding="utf-8")
    keep_text(tmp_path, article)
    return path


def _span(words: str) -> Span:
    return Span(OLD.index(words), OLD.index(words) + len(words))


def edit(sidecar: Path, text: str = EDITED) -> None:
    (sidecar.parent / "story.txt").write_text(text, encoding="utf-8")


def files(folder: Path) -> dict[Path, bytes]:
    return {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_an_unchanged_article_needs_nothing(sidecar: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["reanchor", "."]) == 0
    assert capsys.readouterr() == ("Nothing to do in 1 sidecar\n", "")


def test_each_that_is_not_the_same_has_a_line(sidecar: Path, capsys: pytest.CaptureFixture[str]) -> None:
    edit(sidecar)
    assert main(["reanchor", "."]) == 1
    assert capsys.readouterr().out.splitlines() == [
        "story.annotations.yaml: 1 same, 1 changed, 1 lost",
        "story.annotations.yaml:17: edited claim, changed: “40 people” → “…y after the vote. About [45 people] were in "
        "the hall. Nobod…”",
        "story.annotations.yaml:24: gone claim, lost: “every 30 minutes” → nothing",
        "Can be placed again with --apply: 1; to be looked at: 2; in 1 of 1 sidecar",
    ]


def test_nothing_is_written_without_apply(sidecar: Path) -> None:
    edit(sidecar)
    before = files(sidecar.parent)
    main(["reanchor", "."])
    main(["reanchor", ".", "--json"])
    assert files(sidecar.parent) == before


def test_where_all_are_the_same_all_is_well(sidecar: Path, capsys: pytest.CaptureFixture[str]) -> None:
    edit(sidecar, "Late news. " + OLD)
    assert main(["reanchor", "story.txt", "--apply"]) == 0
    assert capsys.readouterr().out.splitlines() == [
        "story.annotations.yaml: 3 same",
        "Placed again: 3; to be looked at: 0; in 1 of 1 sidecar",
    ]
    read = read_sidecar(sidecar, read_article(sidecar.with_name("story.txt")).article)
    assert {id: item.words("Late news. " + OLD) for id, item in read.document.annotations.items()} == WORDS
    assert all(item.displaced is None for item in read.document.annotations.values())
    assert main(["reanchor", "."]) == 0


def test_apply_writes_the_same_and_the_verdicts_of_the_rest(sidecar: Path) -> None:
    edit(sidecar)
    before = sidecar.read_bytes()
    assert main(["reanchor", str(sidecar), "--apply"]) == 1
    written = sidecar.read_text(encoding="utf-8")

    assert written.count("  anchor: ") == 2
    assert written.count(f'  sha256: "{Article.of("", OLD).sha256}"\n') == 2
    assert f'  sha256: "{Article.of("", EDITED).sha256}"\n  length' in written
    assert [version.path.read_bytes() for version in versions(sidecar)] == [before]
    again = sidecar.read_bytes()
    assert main(["reanchor", ".", "--apply"]) == 1
    assert sidecar.read_bytes() == again


def test_json_is_one_object(sidecar: Path, capsys: pytest.CaptureFixture[str]) -> None:
    edit(sidecar)
    assert main(["reanchor", ".", "--json"]) == 1
    printed = json.loads(capsys.readouterr().out)
    start = EDITED.index("45 people")

    assert printed["problems"] == []
    assert printed["sidecars"] == 1
    assert printed["changed"][0]["counts"] == {"same": 1, "moved": 0, "changed": 1, "ambiguous": 0, "lost": 1}
    assert printed["changed"][0]["written"] is False
    assert printed["changed"][0]["annotations"][0] == {
        "id": "edited",
        "label": "claim",
        "line": 17,
        "verdict": "changed",
        "old": {"start": _span("40 people").start, "end": _span("40 people").end, "text": "40 people"},
        "proposal": {"start": start, "end": start + 9, "text": "45 people"},
        "others": [],
    }


@pytest.mark.parametrize(
    ("old", "new", "sentence"),
    [
        ("version: 1", "version: 2", "newer version of Annotator"),
        ("format: annotator", "format: other", "It is not a file of Annotator"),
        ('file: "story.txt"', 'file: "other.txt"', "It belongs to another article"),
        ("annotations:", "annotations: [", "not valid YAML"),
    ],
)
def test_what_is_not_to_be_written_to_is_refused(
    sidecar: Path, old: str, new: str, sentence: str, capsys: pytest.CaptureFixture[str]
) -> None:
    edit(sidecar)
    sidecar.write_text(sidecar.read_text(encoding="utf-8").replace(old, new, 1), encoding="utf-8")
    before = files(sidecar.parent)
    assert main(["reanchor", ".", "--apply"]) == 1
    assert sentence in capsys.readouterr().out
    assert files(sidecar.parent) == before


def test_wrong_use(sidecar: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["reanchor", "missing"]) == 2
    assert capsys.readouterr() == ("", "annotator reanchor: missing: There is no such file or folder.\n")
    (sidecar.parent / "other.pdf").touch()
    assert main(["reanchor", "other.pdf"]) == 2


def test_it_is_in_the_help(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["--help"])
    assert "annotator reanchor PATH... [--apply] [--json]" in capsys.readouterr().out


SUBTITLES = """1
00:00:01,000 --> 00:00:03,500
The bridge over the river will open
on Monday.

2
00:00:03,600 --> 00:00:05,000
It cost 3.2 million.
"""


@pytest.fixture
def film(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Path:
    """The sidecar of subtitles that were imported as an article, with all of it read."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "film.srt").write_text(SUBTITLES, "utf-8")
    assert main(["import", "articles", "film.srt"]) == 0
    sidecar = tmp_path / "film.annotations.yaml"
    document = read_document(sidecar.with_name("film.txt"))
    whole = (Span(0, len(document.article.text)),)
    sidecar.write_bytes(SidecarWriter().data(replace(document, read=whole)))
    capsys.readouterr()
    return sidecar


def timed(sidecar: Path) -> list[str]:
    """The words and the beginning of each stretch that has times."""
    document = read_sidecar(sidecar, read_article(sidecar.with_name("film.txt")).article).document
    found, times = [], document.article_extra.get("times", [])
    assert isinstance(times, list)
    for one in times:
        place, clock, *_rest = str(one).split()
        start, end = map(int, place.split("-"))
        found.append(f"{clock} {document.article.text[start:end]}")
    return found


def rewrite(sidecar: Path, old: str, new: str) -> None:
    article = sidecar.with_name("film.txt")
    article.write_text(article.read_text("utf-8").replace(old, new), "utf-8")


def test_times_go_along_with_the_words_that_are_the_same(film: Path, capsys: pytest.CaptureFixture[str]) -> None:
    rewrite(film, " ", "\n ")
    assert main(["reanchor", ".", "--apply"]) == 0
    first, second = timed(film)
    assert first == "00:00:01.000 The\n bridge\n over\n the\n river\n will\n open\n on\n Monday."
    assert second == "00:00:03.600 It\n cost\n 3.2\n million."
    assert "left out" not in capsys.readouterr().out
    assert main(["check", "."]) == 0


def test_times_of_words_that_have_changed_are_dropped_and_told(film: Path, capsys: pytest.CaptureFixture[str]) -> None:
    rewrite(film, "3.2", "more than 3.4")
    before = film.read_bytes()
    dropped = "Times left out, as the article has changed and their places are not certain: 1."
    assert main(["check", "."]) == 1
    assert f"film.annotations.yaml:1: {dropped}" in capsys.readouterr().out
    assert main(["reanchor", ".", "--apply"]) == 0
    assert f"film.annotations.yaml: {dropped}" in capsys.readouterr().out
    assert timed(film) == ["00:00:01.000 The bridge over the river will open on Monday."]
    assert before in [version.path.read_bytes() for version in versions(film)]


def test_without_the_kept_text_what_is_dropped_is_counted(film: Path, capsys: pytest.CaptureFixture[str]) -> None:
    rmtree(film.with_name(".annotator"))
    rewrite(film, " ", "\n ")
    assert main(["reanchor", ".", "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["changed"][0]["dropped"] == {"read": 1, "corrections": 0, "times": 2}
    assert main(["reanchor", ".", "--apply"]) == 0
    assert "Read ranges left out" in capsys.readouterr().out
    assert timed(film) == []


def test_the_facts_that_are_not_the_same_are_reopened_in_the_same_step(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    path = write_signed(tmp_path, "alice", "bob")
    path.write_text(draft(), encoding="utf-8")
    assert main(["reanchor", "--apply", "."]) == 1
    assert capsys.readouterr().out.startswith(
        "storm.annotations.yaml: 3 same, 3 changed\nstorm.annotations.yaml: 3 signed facts open again: c1, c4, c5\n"
    )
    written = read_sidecar(sidecar_of(path), read_article(path).article).document
    assert [item.reopened for item in written.of(SignOff).values()] == [("c1", "c4", "c5")] * 2
    again = sidecar_of(path).read_bytes()
    assert main(["reanchor", "--apply", "."]) == 1
    assert sidecar_of(path).read_bytes() == again
