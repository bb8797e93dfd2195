"""Findings are dismissed with a reason and taken back, each as one step of undo."""

from __future__ import annotations

import pytest

from annotator.facts.finding import Finding, Place, without_dismissed
from annotator.model.kinds.dismissals import Dismissal
from annotator.model.span import Span
from annotator.session.editing.dismissing import Dismissing
from annotator.session.session import Session
from tests.session.conftest import NOW, Opened

TEXT = "Some 412 homes were flooded, then 421 homes."


@pytest.fixture
def finding(session: Session, opened: Opened) -> Finding:
    """Two figures that do not fit, in an article that is open."""
    session.show(opened(text=TEXT))
    return Finding("same-thing", "Two numbers for one thing", "They differ by 9.", (place("b", 34), place("a", 5)))


def place(id: str, start: int) -> Place:
    return Place(Span(start, start + 3), id)


def dismissals(session: Session) -> list[Dismissal]:
    return [*session.document.of(Dismissal).values()]


def still_open(session: Session, finding: Finding) -> bool:
    return without_dismissed([finding], dismissals(session)) == [finding]


def test_a_finding_is_dismissed_with_its_reason_as_one_step(
    session: Session, finding: Finding, said: list[str]
) -> None:
    assert still_open(session, finding)
    assert Dismissing(session).dismiss(finding, " counted a day later ")
    (one,) = dismissals(session)
    assert (one.kind, one.of, one.why, one.at) == ("same-thing", ("a", "b"), "counted a day later", NOW)
    assert not still_open(session, finding)
    assert said[-1] == "Dismissed “Two numbers for one thing”"
    session.undo()
    assert still_open(session, finding)
    session.redo()
    assert not still_open(session, finding)


@pytest.mark.parametrize("reason", ["", "  \n"])
def test_without_a_reason_nothing_is_dismissed(session: Session, finding: Finding, reason: str) -> None:
    assert not Dismissing(session).dismiss(finding, reason)
    assert dismissals(session) == []


def test_half_a_character_is_refused(session: Session, finding: Finding) -> None:
    with pytest.raises(ValueError, match="surrogates"):
        Dismissing(session).dismiss(finding, "\ud800")
    assert dismissals(session) == []


def test_another_reason_takes_the_place_of_the_first(session: Session, finding: Finding) -> None:
    dismissing = Dismissing(session)
    dismissing.dismiss(finding, "a slip")
    assert not dismissing.dismiss(finding, "a slip")
    assert dismissing.dismiss(finding, "counted a day later")
    assert [one.why for one in dismissals(session)] == ["counted a day later"]
    session.undo()
    assert [one.why for one in dismissals(session)] == ["a slip"]


def test_a_dismissal_is_taken_back_as_one_step(session: Session, finding: Finding) -> None:
    dismissing = Dismissing(session)
    assert not dismissing.take_back(finding)
    dismissing.dismiss(finding, "a slip")
    assert dismissing.take_back(finding)
    assert still_open(session, finding)
    session.undo()
    assert not still_open(session, finding)


def test_only_the_same_rule_on_the_same_figures_is_dismissed(session: Session, finding: Finding) -> None:
    Dismissing(session).dismiss(finding, "a slip")
    others = (
        Finding("sums", finding.title, finding.sentence, finding.places),
        Finding(finding.rule, finding.title, finding.sentence, finding.places[:1]),
        Finding(finding.rule, finding.title, finding.sentence, finding.places, ("Reiff",)),
    )
    assert all(still_open(session, other) for other in others)


def test_an_article_that_cannot_be_changed_refuses(
    session: Session, opened: Opened, finding: Finding, said: list[str]
) -> None:
    session.show(opened(text=TEXT, read_only="The folder is read-only."))
    assert not Dismissing(session).dismiss(finding, "a slip")
    assert said[-1] == "The folder is read-only."
    assert dismissals(session) == []
