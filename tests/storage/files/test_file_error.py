"""Problems and how they are shown."""

from __future__ import annotations

from pathlib import Path

import pytest

from annotator.storage.files.file_error import Problem, SaveError, shown, told


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("a\nb\t\x1b[31m.txt", r"a\nb\t\x1b[31m.txt"),
        ("caf\udce9.txt", r"caf\udce9.txt"),
        ("\u202egpj.txt", r"\u202egpj.txt"),
        ("👩‍👩‍👧 مرحبا é.txt", "👩‍👩‍👧 مرحبا é.txt"),
    ],
)
def test_a_text_is_shown_on_one_line_without_tricks(text: str, line: str) -> None:
    assert shown(text) == line


def test_a_text_that_is_told_is_short_and_on_one_line() -> None:
    assert told(" two\n\n  words ") == "“two words”"
    assert told("x" * 100) == f"“{'x' * 59}…”"


def test_a_problem_is_one_line_with_its_place() -> None:
    assert str(Problem(Path("a\nb.yaml"), 7, "It is wrong.")) == r"a\nb.yaml:7: It is wrong."
    assert str(Problem(Path("b.yaml"), None, "It is wrong.")) == "b.yaml: It is wrong."


def test_an_error_carries_its_problem() -> None:
    error = SaveError.at(Path("a.yaml"), "It is full.", 3)
    assert error.problem == Problem(Path("a.yaml"), 3, "It is full.")
    assert str(error) == "a.yaml:3: It is full."
