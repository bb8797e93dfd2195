"""Gamma by a process of its own: the question, the answer, and what is said where there is none."""

from __future__ import annotations

import sys
from collections.abc import Mapping, Sequence
from importlib.util import find_spec
from pathlib import Path

import pytest

from annotator.model.span import Span
from annotator.review.gamma.asking import Gamma, GammaError, gammas

Units = Mapping[str, Mapping[str, Sequence[tuple[str, Span]]]]
ARTICLES: Units = {
    "a.txt": {
        "ana": [("claim", Span(0, 26)), ("figure", Span(22, 26)), ("claim", Span(28, 59))],
        "ben": [("claim", Span(0, 26)), ("figure", Span(22, 26)), ("quote", Span(28, 59)), ("claim", Span(65, 76))],
    },
    "b.txt": {"ana": [("claim", Span(0, 9))], "ben": []},
}
STAND_IN = """
import json, sys
asked = json.load(sys.stdin)
assert asked["seed"] == 7
for path, units in asked["articles"].items():
    count = sum(map(len, units.values()))
    print(json.dumps([path, count / 10, 0.1, 0.9] if all(units.values()) else [path, None, None, None]))
"""


def test_what_the_process_answers(tmp_path: Path) -> None:
    script = tmp_path / "stand_in.py"
    script.write_text(STAND_IN)
    found = gammas(ARTICLES, seed=7, command=(sys.executable, str(script)))
    used = {"ana": 3, "ben": 4}
    assert found == [Gamma("a.txt", 0.7, 0.1, 0.9, used), Gamma("b.txt", None, used={"ana": 1, "ben": 0})]


def test_a_process_that_fails_is_told(tmp_path: Path) -> None:
    script = tmp_path / "failing.py"
    script.write_text("import sys; sys.exit('no solver')")
    with pytest.raises(GammaError, match="Gamma cannot be computed: no solver"):
        gammas(ARTICLES, command=(sys.executable, str(script)))
    with pytest.raises(GammaError, match="Gamma cannot be computed"):
        gammas(ARTICLES, command=(str(tmp_path / "nothing"),))


@pytest.mark.skipif(find_spec("pygamma_agreement") is not None, reason="pygamma-agreement is installed")
def test_a_missing_library_is_told() -> None:
    with pytest.raises(GammaError, match="is not installed"):
        gammas(ARTICLES)


def test_the_library_itself() -> None:
    pytest.importorskip("pygamma_agreement", reason="it brings a compiler and a solver, and is optional")
    first = gammas(ARTICLES)
    assert first == gammas(ARTICLES)
    assert first[0].value is not None
    assert first[0].low is not None
    assert first[0].high is not None
    assert first[0].low <= first[0].value <= first[0].high
    assert first[1].value is None


PUBLISHED = """
Alex 1 2 9, Alex 2 11 17, Alex 5 24 30, Alex 6 32 36, Alex 6 36 44, Alex 7 44 60,
Paul 1 2 9, Paul 3 11 17, Paul 5 19 25, Paul 6 32 44,
Suzan 1 2 9, Suzan 4 11 17, Suzan 5 21 27, Suzan 6 32 36, Suzan 6 36 40, Suzan 6 40 44
"""
"""Example “AlexPaulSuzan” that comes with the library: annotator, label, start, end."""


def test_the_published_example() -> None:
    """The library's own tests have gamma between 0.44 and 0.47 for it, with positions that weigh three times."""
    pytest.importorskip("pygamma_agreement", reason="it brings a compiler and a solver, and is optional")
    units: dict[str, list[tuple[str, Span]]] = {}
    for row in PUBLISHED.replace("\n", " ").split(","):
        name, label, start, end = row.split()
        units.setdefault(name, []).append((label, Span(int(start), int(end))))
    (found,) = gammas({"example": units}, seed=4772, positions=3)
    assert found.value is not None
    assert 0.44 <= found.value <= 0.47


def test_what_all_have_alike_is_1() -> None:
    pytest.importorskip("pygamma_agreement", reason="it brings a compiler and a solver, and is optional")
    units = {name: [("claim", Span(0, 26))] for name in ("ana", "ben")}
    assert gammas({"a.txt": units})[0].value == 1.0
