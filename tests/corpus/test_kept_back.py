"""One person's confidential file goes out by no way, though another has not marked it."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

import pytest

from annotator.commands.evidence import command as evidence
from annotator.commands.export import command as export
from annotator.commands.report import command as report
from annotator.corpus.kept_back import KeptBack
from annotator.corpus.seen_sidecars import as_seen_by
from annotator.model.kinds.evidence import Evidence
from annotator.storage.evidence.keeping import keep_bytes
from tests.support.handover.checked_story import checked_story

SIDECAR = """\
format: annotator
version: 1
article: {{file: story.txt}}
annotator: {annotator}
annotations:
- {{id: a, label: claim, start: 0, end: 20, text: Nine wards reported., state: confirmed}}
evidence:
- {{id: e, for: [a], title: {title}, file: {file}, confidential: {marked}}}
"""
PLAN = "format: annotation-plan\nversion: 1\nannotators: [sam, ines]\nreviewers: [ines]\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder in which two have the same file as evidence, and one of them has marked it as confidential."""
    made = tmp_path / "articles"
    made.mkdir()
    (made / "story.txt").write_text("Nine wards reported.")
    file = keep_bytes(made, b"the bytes", ".pdf").file
    for annotator, title, marked in (("sam", "Count", "false"), ("ines", "Leak", "true")):
        text = SIDECAR.format(annotator=annotator, title=title, file=file, marked=marked)
        (made / f"story.annotations.{annotator}.yaml").write_text(text)
    return made


def output(folder: Path) -> bytes:
    """Return the names and bytes of all that was written."""
    files = [path for path in folder.rglob("*") if path.is_file()]
    return b"".join(path.name.encode() + path.read_bytes() for path in files)


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("form", ["html", "docx", "pdf", "csv", "claimreview"])
def test_a_hand_over_of_sams_work_keeps_it_back_and_counts_it(
    folder: Path, form: str, capsys: pytest.CaptureFixture[str]
) -> None:
    out = folder.parent / "out"
    options = ["--annotator", "sam", "--as", form, "--evidence", "folder", "-o", str(out)]
    assert report([str(folder / "story.txt"), *options]) == 0
    assert capsys.readouterr().out.splitlines()[-1] == "1 piece is confidential and not in it."
    assert [path.name for path in out.rglob("*.pdf")] == (["story.sam.pdf"] if form == "pdf" else [])
    assert b"the bytes" not in output(out)


@pytest.mark.parametrize("source", ["story.annotations.sam.yaml", ""])
def test_an_export_keeps_it_back_and_says_so(folder: Path, source: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert export(["jsonl", str(folder / source), "--annotator", "sam", "-o", "-"]) == 0
    printed = capsys.readouterr()
    assert json.loads(printed.out).get("evidence", []) == []
    assert "evidence that is confidential is left out" in printed.err


def test_the_list_keeps_it_back_and_counts_it(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert evidence([str(folder / "story.annotations.sam.yaml")]) == 0
    printed = capsys.readouterr()
    assert "Count" not in printed.out
    assert "1 piece is confidential and not listed" in printed.err


@pytest.fixture(params=["empty", "no text", "a link out"])
def unread(folder: Path, request: pytest.FixtureRequest) -> Path:
    """A sidecar of another article in the folder, of which nothing can be read."""
    path = folder / "other.annotations.ines.yaml"
    match request.param:
        case "empty":
            path.write_text("\n")
        case "no text":
            path.write_bytes("confidential: true\n".encode("utf-16"))
        case _:
            (folder.parent / "elsewhere.yaml").write_text("x")
            path.symlink_to(folder.parent / "elsewhere.yaml")
    (folder / "story.annotations.ines.yaml").unlink()
    return path


@pytest.mark.parametrize("target", ["page.html", "-"])
@pytest.mark.parametrize("source", ["story.txt", ""])
def test_nothing_is_handed_over_while_it_is_not_known_what_is_confidential(
    folder: Path, unread: Path, source: str, target: str, capfd: pytest.CaptureFixture[str]
) -> None:
    out = folder.parent / target
    if source or target != "-":
        assert report([str(folder / source), "-o", target if target == "-" else str(out)]) == 2
        told = capfd.readouterr()
        assert told.out == ""
        assert f"{unread}" in told.err
        assert "It may mark evidence as confidential, so nothing is handed over." in told.err
        assert not out.exists()
    unread.unlink()
    if source:
        assert report([str(folder / source), "-o", target if target == "-" else str(out)]) == 0


@pytest.mark.usefixtures("unread")
def test_an_export_keeps_all_files_back_while_that_is_not_known(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    export(["jsonl", str(folder), "-o", "-"])
    (line,) = capsys.readouterr().out.splitlines()
    assert json.loads(line).get("evidence", []) == []


@pytest.mark.usefixtures("unread")
def test_what_has_no_files_of_evidence_goes_out(folder: Path) -> None:
    sidecar = folder / "story.annotations.sam.yaml"
    sidecar.write_text("\n".join(line for line in sidecar.read_text().split("\n") if "evidence" not in line))
    assert report([str(folder / "story.txt"), "-o", str(folder.parent / "page.html")]) == 0


def marks(document_folder: Path, paths: Sequence[Path]) -> bool:
    """Return whether a document in that folder has the bytes kept back where the paths go out."""
    file = keep_bytes(document_folder, b"the bytes", ".pdf").file
    story = checked_story().with_items(Evidence, {"e": Evidence("e", file=file)})
    return KeptBack(paths).marked(story).of(Evidence)["e"].confidential


def test_of_a_folder_all_subfolders_count_and_of_an_article_its_own_folder(folder: Path) -> None:
    inner = folder / "inner"
    inner.mkdir()
    assert marks(inner, [folder])
    assert marks(folder, [folder / "other.txt"])
    assert not marks(inner, [inner / "other.txt"])


def test_what_a_blind_plan_hides_counts_too(folder: Path) -> None:
    (folder / ".annotator" / "plan.yaml").write_text(PLAN)
    with as_seen_by("sam", folder):
        assert marks(folder, [folder])
