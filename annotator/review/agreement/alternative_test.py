"""Alternative-annotator test: whether a model may stand in for the human annotators.

Calderon, Reichart and Dror 2025, “The Alternative Annotator Test for LLM-as-a-Judge”. An instance is an article; the
similarity of two annotators in it is F1 of annotations with the same label at the same place, 1 where both have none.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import sqrt

from annotator.review.agreement.article import MeasuredArticle
from annotator.review.agreement.coefficients import f1
from annotator.review.agreement.results import Reason, Result
from annotator.review.agreement.student import t_below

EPSILON = 0.2
"""Bonus of the model for what it costs less: 0.2 against experts, 0.15 against trained people, 0.1 against a crowd."""

FALSE_DISCOVERIES = 0.05
ENOUGH = 0.5
"""Winning rate from which a model passes."""

USUAL_HUMANS, USUAL_INSTANCES = 3, 30
"""Fewest human annotators and instances for which the test was made; with fewer it says little."""


@dataclass(frozen=True, slots=True)
class AgainstOne:
    """The model against one human: ``advantage`` is the share of instances in which it is at least as close to others.

    ``p`` is that of the hypothesis that the human is better by more than epsilon; ``won`` if it is rejected.
    """

    annotator: str
    instances: int
    advantage: float
    p: float
    won: bool


@dataclass(frozen=True, slots=True)
class AlternativeTest:
    """``omega`` is the share of humans against whom the model has won, ``advantage`` the mean of its advantages.

    ``articles`` is the number of those by the model and two humans at least.
    """

    model: str
    epsilon: float
    omega: Result
    advantage: Result
    against: tuple[AgainstOne, ...]
    articles: int

    @property
    def passed(self) -> bool:
        """True if the model may stand in."""
        return isinstance(self.omega, float) and self.omega >= ENOUGH


def alternative_test(
    articles: Sequence[MeasuredArticle], model: str, humans: Sequence[str], epsilon: float = EPSILON
) -> AlternativeTest:
    """Test the model against each human in the articles that both, and another human, have annotated.

    For human j and article i, the model scores S(f) = mean similarity to the other humans, and j likewise S(j). W(f) is
    1 where S(f) >= S(j), W(j) is 1 where S(j) >= S(f), and d = W(j) - W(f). The hypothesis mean(d) >= epsilon is tested
    by t = (mean(d) - epsilon) / (sd(d) / sqrt(n)) with n - 1 degrees of freedom; of all humans by the procedure of
    Benjamini and Yekutieli (2001), so that at most 5 % of rejections are false.
    """
    found = []
    for human in humans:
        pairs = [scores for one in articles if (scores := _scores(one, model, human, humans))]
        if len(pairs) > 1:
            found.append((human, len(pairs), *_compared(pairs, epsilon)))
    won = rejected([p for _human, _count, _advantage, p in found], FALSE_DISCOVERIES)
    against = tuple(AgainstOne(*one, at in won) for at, one in enumerate(found))
    common = sum(model in one.annotators and len({*humans} & {*one.annotators}) > 1 for one in articles)
    if not against:
        return AlternativeTest(model, epsilon, Reason.TOO_FEW, Reason.TOO_FEW, (), common)
    advantage = sum(one.advantage for one in against) / len(against)
    return AlternativeTest(model, epsilon, len(won) / len(against), advantage, against, common)


def _scores(one: MeasuredArticle, model: str, human: str, humans: Sequence[str]) -> tuple[float, float] | None:
    others = [name for name in humans if name in one.annotators and name != human]
    if not others or model not in one.annotators or human not in one.annotators:
        return None
    return (
        sum(_similarity(one, model, other) for other in others) / len(others),
        sum(_similarity(one, human, other) for other in others) / len(others),
    )


def _similarity(article: MeasuredArticle, one: str, other: str) -> float:
    pair = tuple(sorted((one, other)))
    columns = article.columns
    total = columns["used", "", *pair, 0] + columns["used", "", *pair, 1]
    result = f1(columns["exact", "", *pair], total)
    return result if isinstance(result, float) else 1.0


def _compared(pairs: Sequence[tuple[float, float]], epsilon: float) -> tuple[float, float]:
    """Return the advantage probability of the model and the p value."""
    count = len(pairs)
    advantage = sum(model >= human for model, human in pairs) / count
    differences = [int(human >= model) - int(model >= human) for model, human in pairs]
    mean = sum(differences) / count
    spread = sqrt(sum((each - mean) ** 2 for each in differences) / (count - 1))
    if not spread:
        return advantage, 0.0 if mean < epsilon else 1.0
    return advantage, t_below((mean - epsilon) / (spread / sqrt(count)), count - 1)


def rejected(values: Sequence[float], level: float) -> set[int]:
    """Return the indices of the p values that are rejected: up to the last with p(k) <= k / m · level / sum of 1/i."""
    count = len(values)
    harmonic = sum(1 / at for at in range(1, count + 1))
    order = sorted(range(count), key=lambda at: values[at])
    last = max((rank for rank, at in enumerate(order, 1) if values[at] <= rank * level / count / harmonic), default=0)
    return set(order[:last])
