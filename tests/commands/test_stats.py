"""``annotator stats``: what it prints and what it returns."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from annotator.commands.stats import command
from tests.support.signed.articles import draft, write_signed

FACTS = "attributes: {verdict: mixed, outlet: Courier}"
HEAD = f"format: annotator\nversion: 1\narticle: {{file: story.txt, {FACTS}}}\nstatus: done\n"
GOOD = f"""\
{HEAD}annotations:
- {{id: a, label: claim, start: 0, end: 9, text: Thousands, attributes: {{kind: event, in_full: All left.}}}}
- {{id: b, label: source, start: 24, end: 37, text: the Red Cross}}
- {{id: c, label: source, start: 0, end: 1, text: X}}
relations:
- {{id: r, type: via, from: a, to: b}}
read:
- [0, 22]
"""
TABLE = """\
articles         2
annotated        1  of the articles; all other numbers are about these
documents        2
words            7
annotations      2  142.9 per 1,000 words
covered      25.0%  of the characters; 50.0% of the sentences
read         25.0%  of the characters; 0.0% of the sentences
displaced        1  have lost their place and are not counted

status  documents
done            2

annotator  documents
no name            1
bob                1

label   annotations  median characters
claim             1                  9
source            1                 13

attribute      annotations
claim.in_full            1
claim.kind               1
  event                  1

relation  count
via           1

article  documents
outlet           2
verdict          2
  mixed          2

facts          count
all                1
settled            0
with a source      0

voice       facts
(not told)      1

verdict  facts
(open)       1

state of check  facts
(not told)          1

labels together    in one sentence  overlapping
claim with source                1            0
source with claim                1            0
"""
VALUES = {
    "signed": {"documents": 0, "by": {}, "facts": 0, "signed_facts": 0, "reopened_facts": 0},
    "articles": 2,
    "annotated_articles": 1,
    "documents": 2,
    "annotators": {"": 1, "bob": 1},
    "statuses": {"done": 2},
    "words": 7,
    "annotations": 2,
    "annotations_per_1000_words": 142.86,
    "displaced": 1,
    "coverage": {"characters": 0.25, "sentences": 0.5, "read": 0.25, "sentences_read": 0.0},
    "labels": {
        "claim": {
            "annotations": 1,
            "median_length": 9,
            "attributes": {
                "in_full": {"annotations": 1, "values": {}},
                "kind": {"annotations": 1, "values": {"event": 1}},
            },
        },
        "source": {"annotations": 1, "median_length": 13, "attributes": {}},
    },
    "relations": {"via": 1},
    "article_attributes": {
        "outlet": {"documents": 2, "values": {}},
        "verdict": {"documents": 2, "values": {"mixed": 2}},
    },
    "facts": {
        "count": 1,
        "settled": 0,
        "with_source": 0,
        "voices": {"": 1},
        "verdicts": {"": 1},
        "states": {"": 1},
    },
    "source_naming": {},
    "signed_documents": 0,
    "days": {"sentences_read": {}, "annotations_made": {"": 2}, "facts_settled": {}},
    "labels_together": {
        "in_one_sentence": {"claim": {"source": 1}, "source": {"claim": 1}},
        "overlapping": {},
    },
}


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The current folder: an article with two documents, and one without any."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "story.txt").write_text("Thousands leave Aleppo, the Red Cross said.\n", encoding="utf-8")
    (tmp_path / "story.annotations.yaml").write_text(GOOD, encoding="utf-8")
    (tmp_path / "story.annotations.bob.yaml").write_text(f"{HEAD}annotator: bob\n", encoding="utf-8")
    (tmp_path / "other.md").write_text("Nobody has annotated this.\n", encoding="utf-8")
    return tmp_path


def test_the_table(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert command(["."]) == 0
    assert capsys.readouterr() == (TABLE, "")


def test_json_is_one_object(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert command([".", "--json"]) == 0
    assert json.loads(capsys.readouterr().out) == VALUES


@pytest.mark.parametrize("path", ["story.txt", "story.annotations.yaml"])
def test_one_article_or_one_sidecar(folder: Path, path: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert command([path, "--json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert (found["articles"], found["annotated_articles"], found["annotations"]) == (1, 1, 2)


def test_an_empty_folder_has_nothing(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "empty").mkdir()
    assert command(["empty"]) == 0
    assert capsys.readouterr().out.splitlines()[-1] == "read         0.0%  of the characters; 0.0% of the sentences"


def test_what_cannot_be_read_is_told_and_the_rest_counted(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "story.annotations.bob.yaml").write_text("a: b: c", encoding="utf-8")
    assert command([".", "--json"]) == 1
    told = capsys.readouterr()
    assert json.loads(told.out)["documents"] == 1
    assert (
        told.err
        == "story.annotations.bob.yaml:1: It is not valid YAML: mapping values are not allowed in this context.\n"
    )


@pytest.mark.parametrize(
    ("path", "sentence"),
    [
        ("missing", "missing: There is no such file or folder."),
        ("other.pdf", "other.pdf: It is neither a folder, an article nor a sidecar."),
    ],
)
def test_wrong_use_is_said_before_anything_is_read(
    folder: Path, path: str, sentence: str, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "other.pdf").touch()
    assert command([".", path]) == 2
    assert capsys.readouterr() == ("", f"annotator stats: {sentence}\n")


def test_nothing_is_written(folder: Path) -> None:
    before = {path: path.read_bytes() for path in folder.iterdir()}
    command(["."])
    assert {path: path.read_bytes() for path in folder.iterdir()} == before


def test_names_from_files_cannot_disturb_the_terminal(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    evil = 'annotations:\n- {id: a, label: "e\\e[2Jvil", start: 0, end: 9, text: Thousands}\n'
    (folder / "story.annotations.bob.yaml").write_text(f"{HEAD}{evil}", encoding="utf-8")
    command(["."])
    assert "e\\x1b[2Jvil" in capsys.readouterr().out


def test_what_is_signed_is_counted(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    path = write_signed(tmp_path, "alice", "bob")
    path.write_text(draft(), "utf-8")
    monkeypatch.chdir(tmp_path)
    assert command(["storm.txt"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert "signed           1  of the documents; 3 of 6 facts, 3 open again" in lines
    at = lines.index("signed by  documents")
    assert lines[at + 1 : at + 3] == ["alice              1", "bob                1"]


@pytest.mark.usefixtures("qapp")
def test_charts_are_saved_as_the_window_saves_them(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = folder.parent / f"{folder.name}-charts"
    assert command([str(folder), "--json", "--charts", str(out)]) == 0
    printed = capsys.readouterr()
    assert json.loads(printed.out)["documents"] == 2
    assert f"charts are in {out}" in printed.err
    names = {path.stem for path in out.iterdir()}
    assert {"statistics", "labels", "progress"} <= names
    assert {path.name for path in out.iterdir()} == {"statistics.csv", "statistics.pdf"} | {
        f"{name}.{kind}" for name in names - {"statistics"} for kind in ("svg", "png")
    }
    assert "labels,claim,,1" in (out / "statistics.csv").read_text("utf-8-sig")
    assert b"claim" in (out / "labels.svg").read_bytes()
    assert (out / "labels.png").read_bytes().startswith(b"\x89PNG")
    assert (out / "statistics.pdf").read_bytes().startswith(b"%PDF")
    assert command([str(folder), "--charts", str(out)]) == 2
    assert "--replace" in capsys.readouterr().err
    assert command([str(folder), "--charts", str(out), "--replace"]) == 0


@pytest.mark.parametrize(("place", "why"), [("-", "cannot be printed"), ("articles/charts", "Choose a place outside")])
def test_charts_go_to_a_folder_of_their_own(
    folder: Path, place: str, why: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(folder.parent)
    place = place.replace("articles", folder.name)
    assert command([str(folder), "--charts", place]) == 2
    assert why in capsys.readouterr().err
    assert not Path(place).exists()
