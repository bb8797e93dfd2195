"""An article whose name leaves no room for that of its sidecar is told so in one sentence, wherever it is met."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

import annotator
from annotator.cli import main
from tests.support.program import Program, saved_marks

Start = Callable[..., Program]
LONGEST = 238
"""In bytes: with ``.annotations.yaml`` a name has 255, and no more on the usual disks."""
SENTENCE = "It could not be saved: its name is too long for this disk. Give the article a shorter name."


@pytest.fixture
def article(tmp_path: Path) -> Callable[[int], Path]:
    """Writes an article whose stem has that many bytes."""

    def write(length: int) -> Path:
        path = tmp_path / f"{'x' * length}.txt"
        path.write_text("Thousands of people left.\n", "utf-8")
        return path

    return write


@pytest.mark.parametrize("length", [LONGEST + 1, LONGEST + 4, 251])
def test_in_the_window(start: Start, article: Callable[[int], Path], length: int) -> None:
    program = start(article(length))
    program.select("people")
    program.type("c")
    program.wait_for(lambda: SENTENCE in program.banners.get("saving", ""))
    assert program.marks == [("claim", "people")]


def test_one_that_just_fits(start: Start, article: Callable[[int], Path]) -> None:
    path = article(LONGEST)
    program = start(path)
    program.select("people")
    program.type("c")
    program.wait_saved()
    assert saved_marks(path) == [("claim", "people")]


@pytest.mark.parametrize(("length", "name"), [(LONGEST + 1, ""), (251, ""), (LONGEST - 5, "alice"), (251, "alice")])
def test_in_a_notebook(article: Callable[[int], Path], length: int, name: str) -> None:
    path = article(length)
    document = annotator.read_document(path, name)
    with pytest.raises(annotator.FileError) as error:
        annotator.write_document(document, path)
    assert error.value.problem.sentence == SENTENCE


@pytest.mark.parametrize("command", ["check", "stats", "reanchor", "adopt"])
def test_the_commands_have_nothing_to_say(article: Callable[[int], Path], command: str) -> None:
    assert main([command, str(article(251).parent)]) == 0


def test_a_sidecar_that_would_have_too_long_a_name_stays(
    article: Callable[[int], Path], capsys: pytest.CaptureFixture[str]
) -> None:
    path = article(LONGEST)
    annotator.write_document(annotator.read_document(path), path)
    path.rename(path.with_name(f"{'y' * 251}.txt"))
    assert main(["adopt", str(path.parent)]) == 1
    assert SENTENCE in capsys.readouterr().out
    assert main(["stats", str(path.parent)]) == 0
