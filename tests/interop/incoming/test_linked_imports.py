"""Links in folders that are imported from or into lead nowhere outside; links that the user names are followed."""

from __future__ import annotations

import json
import os
import shutil
from pathlib import Path

import pytest

from annotator.cli import main
from annotator.interop.formats.jsonl import FORMAT as JSONL
from annotator.interop.incoming.taken_names import TakenNames
from annotator.session.exporting.format_list import ListedFormat
from annotator.session.importing.kind_detection import detected_kind
from annotator.storage.files.free_name import free_name
from annotator.storage.program.resources import samples

FOLDERS = ("brat", "cas-xmi", "conll", "label-studio")
"""Formats that are read from a folder of files."""


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The current folder."""
    shutil.copytree(samples(), tmp_path / "articles")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def link_outside(file: Path, outside: Path) -> None:
    """Move the file to another folder, and leave a link to it."""
    outside.mkdir(exist_ok=True)
    file.rename(outside / file.name)
    file.symlink_to(outside / file.name)


@pytest.mark.parametrize("format", FOLDERS)
def test_nothing_outside_a_folder_is_read_through_its_links(
    place: Path, format: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["export", format, "articles", "-o", "in"]) == 0
    for file in sorted(path for path in (place / "in").rglob("*") if path.suffix not in (".conf", ".xml")):
        link_outside(file, place / "outside")
    assert main(["import", format, "in", "-o", "back"]) == 1
    assert "leads out of its folder" in capsys.readouterr().out
    assert not (place / "back").exists()


def test_a_text_from_outside_does_not_come_in_by_a_link(place: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (place / "secret").write_text("Secret.\n")
    (place / "in" / "more").mkdir(parents=True)
    (place / "in" / "p.txt").symlink_to(place / "secret")
    (place / "in" / "p.ann").write_text("T1\tclaim 0 6\tSecret\n")
    (place / "in" / "more" / "link.md").symlink_to(place / "secret")
    for format in ("brat", "articles"):
        assert main(["import", format, "in", "-o", "back"]) == 1
        assert "leads out of its folder" in capsys.readouterr().out
        assert not (place / "back").exists()


@pytest.mark.parametrize("format", FOLDERS)
def test_a_linked_subfolder_is_not_entered(place: Path, format: str) -> None:
    assert main(["export", format, "articles", "-o", "outside"]) == 0
    (place / "in").mkdir()
    (place / "in" / "sub").symlink_to(place / "outside")
    assert main(["import", format, "in", "-o", "back"]) == 1
    assert not (place / "back").exists()


def test_a_link_that_is_named_is_followed(place: Path) -> None:
    assert main(["export", "jsonl", "articles", "-o", "in.jsonl"]) == 0
    assert main(["export", "brat", "articles", "-o", "brat"]) == 0
    (place / "pages").mkdir()
    (place / "pages" / "page.txt").write_text("A page.\n")
    (place / "links").mkdir()
    for name in ("in.jsonl", "brat", "pages/page.txt"):
        (place / "links" / Path(name).name).symlink_to(place / name)
    assert main(["import", "jsonl", "links/in.jsonl", "-o", "one"]) == 0
    assert main(["import", "brat", "links/brat", "-o", "two"]) == 0
    assert main(["import", "articles", "links/page.txt", "-o", "three"]) == 0
    assert (len([*(place / "one").glob("*.txt")]), len([*(place / "two").glob("*.txt")])) == (4, 4)
    assert [path.read_text() for path in (place / "three").glob("*.txt")] == ["A page.\n"]
    assert detected_kind([place / "links" / "in.jsonl"], [ListedFormat(JSONL, True)]) == "jsonl"


def test_a_link_that_leads_nowhere_is_not_a_free_name(place: Path) -> None:
    nowhere = place / "nowhere" / "x"
    (place / "out").mkdir()
    for name in ("a.txt", "b.txt.theirs", "A story.txt"):
        (place / "out" / name).symlink_to(nowhere)
    assert TakenNames(sidecars=False).free(place / "out" / "a.txt").name == "a 2.txt"
    assert free_name(place / "out" / "b.txt", ".theirs").name == "b.txt.theirs1"
    (place / "A story.md").write_text("A story.\n")
    assert main(["import", "articles", "A story.md", "-o", "out"]) == 0
    assert (place / "out" / "A story 2.txt").exists()
    assert (place / "out" / "A story.txt").is_symlink()
    assert not nowhere.parent.exists()


@pytest.mark.parametrize("link", [os.symlink, os.link])
def test_a_file_that_is_imported_from_is_never_replaced(
    place: Path, capsys: pytest.CaptureFixture[str], link: object
) -> None:
    assert main(["export", "jsonl", "articles/night-market.txt", "-o", "articles/in.jsonl"]) == 0
    before = (place / "articles" / "in.jsonl").read_bytes()
    sidecar = place / "articles" / "night-market.annotations.yaml"
    sidecar.unlink()
    assert callable(link)
    link(place / "articles" / "in.jsonl", sidecar)
    assert main(["import", "jsonl", "articles/in.jsonl", "-o", "articles", "--replace"]) == 1
    assert "imported from" in capsys.readouterr().out
    assert (place / "articles" / "in.jsonl").read_bytes() == sidecar.read_bytes() == before


def record(path: str, text: str = "One text.\n", **more: object) -> str:
    head = {"format": "annotator-jsonl", "version": 1, "path": path, "text": text, "annotations": [], "relations": []}
    return json.dumps(head | more)


def test_documents_of_one_text_become_articles_of_their_own(place: Path, capsys: pytest.CaptureFixture[str]) -> None:
    names = [f"copy-{number}.txt" for number in range(13)]
    (place / "in.jsonl").write_text("\n".join(map(record, names)))
    assert main(["import", "jsonl", "in.jsonl", "-o", "new", "--strict"]) == 0
    assert "13 documents" in capsys.readouterr().out
    assert sorted(path.name for path in (place / "new").glob("*.txt")) == sorted(names)
    assert len([*(place / "new").glob("*.annotations.yaml")]) == 13


def test_one_of_them_is_of_the_article_that_has_the_text(place: Path) -> None:
    (place / "new").mkdir()
    (place / "new" / "mine.txt").write_text("One text.\n")
    (place / "in.jsonl").write_text("\n".join(map(record, ("a.txt", "b.txt"))))
    assert main(["import", "jsonl", "in.jsonl", "-o", "new", "--strict"]) == 0
    assert sorted(path.name for path in (place / "new").glob("*.txt")) == ["b.txt", "mine.txt"]


def test_annotators_of_one_article_stay_together(place: Path) -> None:
    lines = [record(path, annotator=name) for path in ("a.txt", "b.txt") for name in ("ann", "ben")]
    (place / "in.jsonl").write_text("\n".join(lines))
    assert main(["import", "jsonl", "in.jsonl", "-o", "new", "--strict"]) == 0
    assert len([*(place / "new").glob("*.txt")]) == 2
    assert len([*(place / "new").glob("*.annotations.*.yaml")]) == 4


def test_annotators_without_names_of_articles_stay_together(place: Path) -> None:
    tasks = [{"text": "One text.\n", "spans": [], "_annotator_id": name} for name in ("ann", "ben", "ann")]
    (place / "in.jsonl").write_text("\n".join(map(json.dumps, tasks)))
    assert main(["import", "prodigy", "in.jsonl", "-o", "new", "--strict"]) == 0
    assert sorted(path.name for path in (place / "new").glob("*.yaml")) == [
        "in-1.annotations.ann.yaml",
        "in-1.annotations.ben.yaml",
        "in-3.annotations.ann.yaml",
    ]


def test_a_document_that_comes_twice_is_said_with_the_true_reason(
    place: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (place / "in.jsonl").write_text("\n".join(map(record, ("a.txt", "a.txt"))))
    assert main(["import", "jsonl", "in.jsonl", "-o", "new", "--strict"]) == 1
    assert "another document that is imported is of the same article" in capsys.readouterr().out
