"""Alternative-annotator test: Student's distribution, the false discoveries, and models near to and far from humans."""

from __future__ import annotations

from random import Random

import pytest

from annotator.model.annotation import Annotation
from annotator.model.article import Article
from annotator.model.document import Document
from annotator.model.span import Span
from annotator.review.agreement.alternative_test import alternative_test, rejected
from annotator.review.agreement.article import MeasuredArticle, Wanted, measured
from annotator.review.agreement.results import Reason
from annotator.review.agreement.student import t_below
from tests.review.agreement.cases import SCHEME, TEXT

HUMANS = ("ana", "ben", "eva")


def articles(slip: float, count: int = 40) -> list[MeasuredArticle]:
    """Articles in which humans slip in a fifth of places, and the model in that share."""
    chance = Random(5)
    found = []
    for number in range(count):
        documents = {}
        for name in (*HUMANS, "model"):
            share = slip if name == "model" else 0.2
            spans = [Span(at, at + (7 if chance.random() < share else 5)) for at in range(0, 80, 10)]
            items = {f"{name}-{at}": Annotation(f"{name}-{at}", "claim", span) for at, span in enumerate(spans)}
            documents[name] = Document(Article.of(f"{number}.txt", TEXT), items, annotator=name)
        found.append(measured(f"{number}.txt", documents, SCHEME, Wanted()))
    return found


@pytest.mark.parametrize(("t", "degrees", "share"), [(0.0, 5, 0.5), (-6.314, 1, 0.05), (2.228, 10, 0.975)])
def test_printed_quantiles_of_students_t(t: float, degrees: int, share: float) -> None:
    assert t_below(t, degrees) == pytest.approx(share, abs=1e-4)


def test_students_t_of_scipy() -> None:
    stats = pytest.importorskip("scipy.stats")
    for degrees in (1, 2, 3, 7, 29, 30, 100, 999):
        for step in range(-60, 61):
            assert t_below(step / 10, degrees) == pytest.approx(stats.t.cdf(step / 10, degrees), abs=1e-9)


def test_false_discoveries_by_benjamini_and_yekutieli() -> None:
    assert rejected([0.001, 0.008, 0.039, 0.041, 0.6], 0.05) == {0, 1}
    assert rejected([0.01, 0.01, 0.01], 0.05) == {0, 1, 2}
    assert rejected([], 0.05) == set()


def test_false_discoveries_of_scipy() -> None:
    """Among them those of the example of Benjamini and Hochberg 1995, of which the procedure of 2001 keeps three."""
    stats = pytest.importorskip("scipy.stats")
    printed = [0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459]
    printed += [0.3240, 0.4262, 0.5719, 0.6528, 0.7590, 1.0]
    assert rejected(printed, 0.05) == {0, 1, 2}
    chance = Random(3)
    for values in (printed, *([chance.random() ** 4 for _ in range(chance.randrange(1, 9))] for _ in range(200))):
        adjusted = stats.false_discovery_control(values, method="by")
        assert rejected(values, 0.05) == {at for at, one in enumerate(adjusted) if one <= 0.05}


def test_values_of_one_place_by_the_test_of_scipy() -> None:
    """Every annotator gives one place a label, so that likeness is accuracy, as in the example of its authors."""
    stats = pytest.importorskip("scipy.stats")
    chance = Random(11)
    for epsilon in (0.1, 0.15, 0.2):
        told = [{name: chance.choice(["claim", "claim", "quote"]) for name in (*HUMANS, "model")} for _ in range(50)]
        found = alternative_test([one_place(at, labels) for at, labels in enumerate(told)], "model", HUMANS, epsilon)
        for one in found.against:
            others = [name for name in HUMANS if name != one.annotator]
            model, human = (
                [sum(labels[name] == labels[other] for other in others) for labels in told]
                for name in ("model", one.annotator)
            )
            differences = [int(h >= m) - int(m >= h) for m, h in zip(model, human, strict=True)]
            expected = stats.ttest_1samp(differences, epsilon, alternative="less").pvalue
            assert one.p == pytest.approx(expected, abs=1e-9)
            assert one.advantage == sum(m >= h for m, h in zip(model, human, strict=True)) / 50


def one_place(number: int, labels: dict[str, str]) -> MeasuredArticle:
    """An article in which each annotator has given the same place a label."""
    documents = {
        name: Document(Article.of("one.txt", TEXT), {name: Annotation(name, label, Span(3, 9))}, annotator=name)
        for name, label in labels.items()
    }
    return measured(f"{number}.txt", documents, SCHEME, Wanted())


def test_a_model_as_good_as_the_humans_may_stand_in() -> None:
    found = alternative_test(articles(0.1), "model", HUMANS)
    assert found.omega == 1.0
    assert found.passed
    assert isinstance(found.advantage, float)
    assert found.advantage > 0.5
    assert [one.instances for one in found.against] == [40, 40, 40]


def test_a_worse_model_may_not() -> None:
    found = alternative_test(articles(0.7), "model", HUMANS)
    assert (found.omega, found.passed) == (0.0, False)


def test_without_another_human_there_is_nothing_to_test() -> None:
    found = alternative_test(articles(0.1), "model", HUMANS[:1])
    assert (found.omega, found.against) == (Reason.TOO_FEW, ())
