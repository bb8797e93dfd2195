"""``annotator report``: what it writes, what it refuses, and what never goes out."""

from __future__ import annotations

import re
from io import BytesIO
from pathlib import Path
from urllib.parse import unquote, urlsplit
from zipfile import ZipFile

import pytest

from annotator.commands.report import command
from annotator.storage.evidence.keeping import keep_bytes

SIDECAR = """\
format: annotator
version: 1
article: {{file: story.txt}}
status: done
annotations:
- {{id: a, label: claim, start: 0, end: 20, text: Nine wards reported., state: confirmed}}
- {{id: b, label: claim, start: 21, end: 37, text: Turnout was low.}}
evidence:
- id: e
  for: [a, b]
  title: "Count: of the wards"
  file: {file}
- id: g
  for: [a]
  title: Secret witness
  file: {secret}
  confidential: true
queries:
- {{id: q, about: b, text: Since when?}}
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "articles"
    made.mkdir()
    (made / "story.txt").write_text("Nine wards reported. Turnout was low.\n")
    file, secret = keep_bytes(made, b"report", ".pdf").file, keep_bytes(made, b"secret", ".pdf").file
    (made / "story.annotations.yaml").write_text(SIDECAR.format(file=file, secret=secret))
    return made


def files(folder: Path) -> list[str]:
    return sorted(str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file())


def test_one_article_becomes_one_file(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = folder.parent / "checked.html"
    assert command([str(folder / "story.txt"), "-o", str(out)]) == 0
    assert capsys.readouterr().out.splitlines() == [
        "Handed over 1 document: 2 facts, 1 piece of evidence.",
        "1 piece is confidential and not in it.",
    ]
    page = out.read_text("utf-8")
    assert "Nine wards reported." in page
    assert "Secret witness" not in page


def test_a_folder_becomes_a_folder_with_a_file_for_each_document(folder: Path) -> None:
    inner = folder / "north"
    inner.mkdir()
    (inner / "other.txt").write_text("The mayor left.")
    (inner / "other.annotations.sam.yaml").write_text(
        "format: annotator\nversion: 1\narticle: {file: other.txt}\nannotator: sam\nannotations:\n"
        "- {id: a, label: claim, start: 0, end: 14, text: The mayor left}\n"
    )
    out = folder.parent / "out"
    assert command([str(folder), "-o", str(out), "--as", "csv"]) == 0
    assert files(out) == ["north/other.sam.csv", "story.csv"]


@pytest.mark.parametrize("form", ["html", "csv", "claimreview"])
def test_every_form_is_written_and_the_same_twice(folder: Path, form: str) -> None:
    first, second = folder.parent / "first", folder.parent / "second"
    for out in (first, second):
        assert command([str(folder / "story.txt"), "-o", str(out), "--as", form]) == 0
    assert first.read_bytes() == second.read_bytes()


@pytest.mark.parametrize(
    ("option", "names"), [("folder", ["story evidence/E1 Count_ of the wards.pdf"]), ("zip", ["story evidence.zip"])]
)
def test_files_of_evidence_lie_beside_it_but_never_confidential_ones(
    folder: Path, option: str, names: list[str]
) -> None:
    out = folder.parent / "out"
    assert command([str(folder / "story.txt"), "-o", str(out), "--evidence", option]) == 0
    assert files(out) == [*names, "story.html"]
    if option == "zip":
        with ZipFile(out / names[0]) as archive:
            assert {name: archive.read(name) for name in archive.namelist()} == {
                "E1 Count_ of the wards.pdf": b"report"
            }
    assert not [path for path in out.rglob("*") if path.is_file() and b"secret" in path.read_bytes()]


def test_a_missing_file_of_evidence_is_told_and_not_named(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for file in (folder / ".annotator" / "evidence").iterdir():
        file.unlink()
    out = folder.parent / "out"
    assert command([str(folder / "story.txt"), "-o", str(out), "--evidence", "folder"]) == 1
    assert files(out) == ["story.html"]
    assert "E1 Count" not in (out / "story.html").read_text("utf-8")
    assert capsys.readouterr().err


def test_labels_states_queries_and_notes_are_chosen(folder: Path) -> None:
    out = folder.parent / "out.csv"
    run = [str(folder / "story.txt"), "-o", str(out), "--as", "csv", "--replace"]
    assert command([*run, "--states", "confirmed"]) == 0
    assert "Turnout" not in out.read_text("utf-8")
    assert command([*run, "--labels", "source, figure"]) == 0
    assert len(out.read_text("utf-8").splitlines()) == 1
    assert command([*run, "--no-queries"]) == 0
    assert "Since when?" not in out.read_text("utf-8")
    assert command(run) == 0
    assert "Since when?" in out.read_text("utf-8")


def test_an_unknown_state_is_wrong_use(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit, match="2"):
        command([str(folder), "-o", str(folder.parent / "out"), "--states", "done"])
    assert "'done' is none of to-check, asked" in capsys.readouterr().err


def test_articles_and_sidecars_are_never_written_over(folder: Path) -> None:
    before = {name: (folder / name).read_bytes() for name in files(folder)}
    for target in ("story.txt", "story.annotations.yaml", "new.txt", ".annotator/page.html"):
        assert command([str(folder / "story.txt"), "-o", str(folder / target), "--replace"]) == 2
    assert command([str(folder), "-o", str(folder / "out"), "--replace"]) == 2
    assert {name: (folder / name).read_bytes() for name in files(folder)} == before


def test_nothing_is_replaced_without_being_told_to(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = folder.parent / "mine.html"
    out.write_text("mine")
    assert command([str(folder / "story.txt"), "-o", str(out)]) == 2
    assert out.read_text() == "mine"
    assert "--replace" in capsys.readouterr().err


def test_two_annotators_of_one_article_need_a_choice(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "story.annotations.sam.yaml").write_text(
        "format: annotator\nversion: 1\narticle: {file: story.txt}\nannotator: sam\nannotations:\n"
        "- {id: a, label: claim, start: 0, end: 20, text: Nine wards reported.}\n"
    )
    out = folder.parent / "out.html"
    assert command([str(folder / "story.txt"), "-o", str(out)]) == 2
    assert "Choose one by --annotator: “”, “sam”." in capsys.readouterr().err
    assert command([str(folder / "story.txt"), "-o", str(out), "--annotator", "sam"]) == 0
    assert "annotations: sam" in out.read_text("utf-8")


def test_without_annotations_nothing_is_written(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "story.txt").write_text("Text.")
    out = tmp_path / "out.html"
    assert command([str(tmp_path / "story.txt"), "-o", str(out)]) == 2
    assert "There is nothing to hand over" in capsys.readouterr().err
    assert files(tmp_path) == ["story.txt"]


def test_a_sidecar_that_cannot_be_read_is_told_and_the_others_go_out(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "bad.txt").write_text("Text.")
    (folder / "bad.annotations.yaml").write_text("format: annotator\nversion: [")
    out = folder.parent / "out"
    assert command([str(folder), "-o", str(out)]) == 1
    assert files(out) == ["story.html"]
    assert "bad.annotations.yaml" in capsys.readouterr().err


@pytest.mark.parametrize("form", ["html", "csv", "claimreview"])
def test_a_file_of_text_is_printed_and_what_is_told_goes_to_stderr(
    folder: Path, form: str, capfdbinary: pytest.CaptureFixture[bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(folder.parent)
    assert command(["articles/story.txt", "-o", "checked", "--as", form]) == 0
    told = capfdbinary.readouterr().out
    assert command(["articles/story.txt", "-o", "-", "--as", form]) == 0
    printed = capfdbinary.readouterr()
    assert (printed.out, printed.err) == (Path("checked").read_bytes(), told)
    assert sorted(path.name for path in folder.parent.iterdir()) == ["articles", "checked"]


@pytest.mark.parametrize(
    ("path", "options", "why"),
    [
        ("articles", [], "Several files cannot be printed."),
        ("articles/story.txt", ["--evidence", "zip"], "Several files cannot be printed."),
        ("articles/story.txt", ["--as", "docx"], "A file *.docx is no text and cannot be printed."),
        ("articles/story.txt", ["--as", "pdf"], "A file *.pdf is no text and cannot be printed."),
    ],
)
def test_what_cannot_be_printed_is_said(
    folder: Path,
    path: str,
    options: list[str],
    why: str,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.chdir(folder.parent)
    assert command([path, "-o", "-", *options]) == 2
    printed = capsys.readouterr()
    assert printed.out == ""
    assert why in printed.err
    assert [item.name for item in folder.parent.iterdir()] == ["articles"]


def leads_to(form: str, written: bytes) -> str:
    """Return the address of the file in the hand-over, as it stands there."""
    match form:
        case "docx":
            with ZipFile(BytesIO(written)) as archive:
                written = archive.read("word/_rels/document.xml.rels")
            found = re.search(rb'Target="([^"]+)" TargetMode="External"', written)
        case "pdf":
            found = re.search(rb"/URI \(([^)]+)\)", written)
        case _:
            found = re.search(rb'<a href="([^"#]+)">', written)
    assert found
    return found[1].decode()


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("option", ["folder", "zip"])
@pytest.mark.parametrize("form", ["html", "docx", "pdf"])
def test_it_leads_to_the_files_beside_it_whatever_they_are_called(folder: Path, form: str, option: str) -> None:
    stem = "a:b #1?%2f"
    (folder / "story.txt").rename(folder / f"{stem}.txt")
    sidecar = folder / "story.annotations.yaml"
    sidecar.with_name(f"{stem}.annotations.yaml").write_text(sidecar.read_text().replace("story.txt", f'"{stem}.txt"'))
    sidecar.unlink()
    out = folder.parent / "out"
    assert command([str(folder), "-o", str(out), "--evidence", option, "--as", form]) == 0
    address = leads_to(form, (out / f"{stem}.{form}").read_bytes())
    assert urlsplit(address)[:2] == ("", "")
    assert (out / unquote(address)).is_file()
    names = ["E1 Count_ of the wards.pdf"] if option == "folder" else []
    assert [path.name for path in out.rglob("E1*")] == names
