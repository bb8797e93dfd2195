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
    assert found == [Gamma("a.txt", 0.7, 0.1, 0.9), Gamma("b.txt", None)]


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
    assert first[1] == Gamma("b.txt", None)
