"""Lines of ``annotator agreement`` below its table: the test of a model, and gamma."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from annotator.language.annotator_names import annotator_name
from annotator.review.agreement.alternative_test import (
    USUAL_HUMANS,
    USUAL_INSTANCES,
    AlternativeTest,
)
from annotator.review.gamma.asking import Gamma
from annotator.storage.files.file_error import shown

FEW = "too few: it needs two people beside the model in two articles"
LITTLE = f"It says little with fewer than {USUAL_HUMANS} people or {USUAL_INSTANCES} articles."


@dataclass(frozen=True, slots=True)
class Extras:
    """Test of a model, if one was named, and gamma of each article, if it was asked for."""

    test: AlternativeTest | None = None
    gammas: Sequence[Gamma] = ()


def extra_values(told: Extras) -> dict[str, object]:
    """Return both for JSON."""
    values: dict[str, object] = {}
    if told.test:
        omega, advantage = told.test.omega, told.test.advantage
        values["alternative_test"] = {
            "model": told.test.model,
            "epsilon": told.test.epsilon,
            "omega": omega if isinstance(omega, float) else None,
            "advantage": advantage if isinstance(advantage, float) else None,
            "passed": told.test.passed,
            "against": [
                {"annotator": one.annotator, "articles": one.instances, "advantage": one.advantage, "p": one.p}
                for one in told.test.against
            ],
        }
    if told.gammas:
        values["gamma"] = [
            {"article": one.article, "used": dict(one.used), "value": one.value, "sampling": [one.low, one.high]}
            for one in told.gammas
        ]
    return values


def extra_lines(told: Extras) -> Iterator[str]:
    """Yield both for a terminal."""
    if told.test:
        yield ""
        yield from _test_lines(told.test)
    if told.gammas:
        yield ""
        yield from _gamma_lines(told.gammas)


def _test_lines(test: AlternativeTest) -> Iterator[str]:
    name = annotator_name(test.model)
    if not isinstance(test.omega, float) or not isinstance(test.advantage, float):
        yield f"{name} instead of a person: {FEW}"
        return
    verdict = "may stand in" if test.passed else "may not stand in"
    numbers = f"omega {test.omega:.2f}, advantage {test.advantage:.2f}, epsilon {test.epsilon:g}"
    yield f"{name} instead of a person: {verdict} ({numbers})"
    for one in test.against:
        won = "won" if one.won else "not won"
        told = f"advantage {one.advantage:.2f}, p {one.p:.3f}"
        yield f"  against {annotator_name(one.annotator)}: {won}, {told}, {one.instances} articles"
    if len(test.against) < USUAL_HUMANS or min(one.instances for one in test.against) < USUAL_INSTANCES:
        yield f"  {LITTLE}"


def _gamma_lines(gammas: Sequence[Gamma]) -> Iterator[str]:
    numbers = [one.value for one in gammas if one.value is not None]
    if not numbers:
        yield "gamma: undefined, in no article has everybody marked something"
        return
    yield f"gamma: mean {sum(numbers) / len(numbers):.2f} of {len(numbers)} articles"
    for one in gammas:
        if one.value is None:
            yield f"  {shown(one.article)}: undefined, somebody has marked nothing"
        else:
            sampling = "no interval" if one.low is None else f"sampling {one.low:.2f}–{one.high:.2f}"
            used = ", ".join(map(str, one.used.values()))
            yield f"  {shown(one.article)}: {one.value:.2f} ({sampling}; {used} annotations)"
