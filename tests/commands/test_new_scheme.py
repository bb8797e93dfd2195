"""``annotator scheme``: the ready schemes are listed, and a folder gets its scheme."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from annotator.cli import main
from annotator.storage.schemes.ready_schemes import ready_bytes, ready_names
from annotator.storage.schemes.scheme_lookup import read_scheme


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The current folder, with an empty one in it."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "articles").mkdir()
    return tmp_path


def test_the_list_has_every_ready_scheme(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["scheme", "list"]) == 0
    printed = capsys.readouterr().out
    assert all(f"{name}\n" in printed for name in ready_names())
    assert "Label Studio: labelling configuration (.xml)" in printed


def test_the_list_as_json(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["scheme", "list", "--json"]) == 0
    printed = json.loads(capsys.readouterr().out)
    assert [scheme["name"] for scheme in printed["schemes"]] == ready_names()
    assert all(scheme["labels"] and scheme["definition"] for scheme in printed["schemes"])
    assert {file["name"] for file in printed["files"]} >= {"brat", "doccano", "csv"}


@pytest.mark.parametrize("name", ready_names())
def test_a_ready_scheme_is_written_as_it_is(folder: Path, name: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["scheme", "new", "articles", "--from", name]) == 0
    assert (folder / "articles" / "scheme.yaml").read_bytes() == ready_bytes(name)
    assert main(["check", "articles"]) == 0
    assert capsys.readouterr().out.endswith("No problems in 0 sidecars\n")


def test_it_is_the_built_in_one_unless_one_is_named(folder: Path) -> None:
    assert main(["scheme", "new", "articles"]) == 0
    assert (folder / "articles" / "scheme.yaml").read_bytes() == ready_bytes("claims-sources-figures")


def test_a_scheme_from_a_file_with_what_had_no_place(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "labels.csv").write_text("label,key,owner\nPerson,p,Ann\nPlace,,Bob\n", encoding="utf-8")
    assert main(["scheme", "new", "articles", "--from", "labels.csv"]) == 0
    assert capsys.readouterr().out.splitlines() == [
        f"{Path('articles') / 'scheme.yaml'}: labels, 2 labels",
        "The column “owner” has no place in a scheme: it is left out.",
    ]
    assert [label.key for label in read_scheme(folder / "articles" / "scheme.yaml").labels] == ["p", ""]


def test_it_as_json(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "labels.csv").write_text("label\nPerson\n", encoding="utf-8")
    assert main(["scheme", "new", "articles", "--from", "labels.csv", "--json"]) == 0
    assert json.loads(capsys.readouterr().out) == {
        "file": str(Path("articles") / "scheme.yaml"),
        "id": "labels",
        "labels": ["Person"],
        "notes": [],
    }


def test_a_scheme_that_is_there_is_never_replaced(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "articles" / "scheme.yml").write_text("mine", encoding="utf-8")
    assert main(["scheme", "new", "articles"]) == 1
    assert "The folder has a scheme already" in capsys.readouterr().err
    assert [path.read_text() for path in (folder / "articles").iterdir()] == ["mine"]


def test_a_faulty_file_is_told_with_its_line(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "config.xml").write_text("<View>\n</Wiew>", encoding="utf-8")
    assert main(["scheme", "new", "articles", "--from", "config.xml"]) == 1
    assert capsys.readouterr().err == "config.xml:2: It is not valid XML: mismatched tag.\n"
    assert not [*(folder / "articles").iterdir()]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["new", "nowhere"], "nowhere: There is no such folder."),
        (["new", "articles", "--from", "odd"], "odd: There is neither a ready scheme of that name nor such a file."),
    ],
)
def test_wrong_use(folder: Path, arguments: list[str], said: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["scheme", *arguments]) == 2
    assert capsys.readouterr().err == f"annotator scheme new: {said}\n"


def test_a_folder_without_a_file_for_it_is_told_which_files_do(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "other").mkdir()
    assert main(["scheme", "new", "articles", "--from", "other"]) == 1
    said = capsys.readouterr().err
    assert said.startswith("other: A scheme is made from a folder’s scheme.yaml or brat’s annotation.conf;")
    assert "these end in annotation.conf, .conf, .xml, .json," in said
    (folder / "other" / "labels.csv").write_text("label\nclaim\n", "utf-8")
    assert main(["scheme", "new", "articles", "--from", "other"]) == 1
    assert "Name one of its files instead: labels.csv." in capsys.readouterr().err


def test_a_folder_with_a_scheme_gives_it(folder: Path) -> None:
    (folder / "other").mkdir()
    assert main(["scheme", "new", "other", "--from", "stance-and-framing"]) == 0
    assert main(["scheme", "new", "articles", "--from", "other"]) == 0
    written, taken = (read_scheme(folder / name / "scheme.yaml") for name in ("articles", "other"))
    assert written == taken
