"""Mutants of small modules."""

from __future__ import annotations

import pytest

from tests.mutations.mutants import mutants_of


@pytest.mark.parametrize(
    ("source", "mutants"),
    [
        ("a < b", ["a <= b"]),
        ("a >= b", ["a > b"]),
        ("a == b", ["a != b"]),
        ("a is not b", ["a is b"]),
        ("a in b", ["a not in b"]),
        ("a and b", ["a or b"]),
        ("not a", ["a"]),
        ("a + b - c", ["a + b + c", "a - b - c"]),
        ("x = 3", ["x = 4"]),
        ("x = True", ["x = False"]),
        ("f(a)", ["pass"]),
        ("self.x = a", ["pass"]),
        ("a += b", ["pass"]),
        ("if a:\n    raise b", ["if not a:\n    raise b", "if a:\n    pass"]),
        ("def f():\n    return a", ["def f():\n    return None"]),
    ],
)
def test_one_thing_is_another_in_each(source: str, mutants: list[str]) -> None:
    assert [mutant.source for mutant in mutants_of(source)] == mutants


@pytest.mark.parametrize("source", ["x: Literal[1]", "assert a is not None", "return None", '"words"'])
def test_types_asserts_and_words_stay(source: str) -> None:
    assert [*mutants_of(source)] == []


def test_a_mutant_says_where_and_what() -> None:
    (mutant,) = mutants_of("\n\nx = a < b")
    assert (mutant.line, mutant.change) == (3, "a < b  →  a <= b")
