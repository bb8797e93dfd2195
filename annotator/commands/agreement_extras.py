"""Lines of ``annotator agreement`` below its table: the test of a model, and gamma."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from annotator.review.agreement.alternative_test import AlternativeTest
from annotator.review.agreement.model_words import against_words, caveat_words, verdict_words
from annotator.review.gamma.asking import Gamma
from annotator.storage.files.file_error import shown


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
    yield verdict_words(test)
    for one in test.against:
        yield f"  {against_words(one)}"
    if caveat := caveat_words(test):
        yield f"  {caveat}"


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
