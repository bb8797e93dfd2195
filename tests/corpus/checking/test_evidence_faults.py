"""What the check says of files of evidence."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from annotator.corpus.checking.problems import Check
from annotator.storage.evidence.keeping import keep_bytes

Annotated = Callable[..., Path]
UNUSED = "No sidecar of the folder refers to this file of evidence."


def with_evidence(sidecar: Path, file: str) -> int:
    """Add a piece of evidence with that file to the sidecar and return the line of the file."""
    text = sidecar.read_text() + f'evidence:\n- id: eeeeee\n  for:\n  - aaaaaa\n  file: "{file}"\n'
    sidecar.write_text(text)
    return text.count("\n")


def problems(folder: Path) -> list[tuple[str, int | None, str]]:
    found = Check().below(folder)
    return [(problem.path.relative_to(folder).as_posix(), problem.line, problem.sentence) for problem in found]


def test_a_file_that_is_as_it_was_kept_is_no_problem(folder: Path, annotated: Annotated) -> None:
    with_evidence(annotated(folder / "story.txt"), keep_bytes(folder, b"report", ".pdf").file)
    assert problems(folder) == []


def test_a_missing_file_is_told_with_its_line_and_what_to_do(folder: Path, annotated: Annotated) -> None:
    file = keep_bytes(folder, b"report", ".pdf").file
    line = with_evidence(annotated(folder / "story.txt"), file)
    (folder / ".annotator" / file).unlink()
    sentence = f"The file of the evidence, .annotator/{file}, is missing. Put it back there, or attach the file again."
    assert problems(folder) == [("story.annotations.yaml", line, sentence)]


def test_an_altered_file_is_told(folder: Path, annotated: Annotated) -> None:
    file = keep_bytes(folder, b"report", ".pdf").file
    line = with_evidence(annotated(folder / "story.txt"), file)
    (folder / ".annotator" / file).write_bytes(b"rEport")
    [(name, found_line, sentence)] = problems(folder)
    assert (name, found_line) == ("story.annotations.yaml", line)
    assert "is not what was kept. Restore it, or attach the file again." in sentence


def test_a_name_that_leads_elsewhere_is_told_and_not_read(folder: Path, annotated: Annotated) -> None:
    line = with_evidence(annotated(folder / "story.txt"), "../story.txt")
    sentence = "“file: ../story.txt” is not the name of a file of evidence, and is not read."
    assert problems(folder) == [("story.annotations.yaml", line, sentence)]


def test_a_file_that_nothing_refers_to_is_listed_and_stays(folder: Path, annotated: Annotated) -> None:
    used, unused = (keep_bytes(folder, data, ".txt").file for data in (b"used", b"unused"))
    with_evidence(annotated(folder / "story.txt"), used)
    [(name, line, sentence)] = problems(folder)
    assert (name, line) == (f".annotator/{unused}", 1)
    assert sentence.startswith(UNUSED)
    assert (folder / ".annotator" / unused).read_bytes() == b"unused"


def test_one_that_another_annotator_refers_to_is_used(folder: Path, annotated: Annotated) -> None:
    annotated(folder / "story.txt")
    with_evidence(annotated(folder / "story.txt", annotator="alice"), keep_bytes(folder, b"report", ".pdf").file)
    assert problems(folder) == []


def test_where_a_sidecar_cannot_be_read_no_file_is_said_to_be_unused(folder: Path, annotated: Annotated) -> None:
    keep_bytes(folder, b"report", ".pdf")
    sidecar = annotated(folder / "story.txt")
    sidecar.unlink()
    sidecar.mkdir()
    assert not any(sentence.startswith(UNUSED) for _name, _line, sentence in problems(folder))
