"""Results of the alternative-annotator test in words, for the window and the command line."""

from __future__ import annotations

from annotator.language.annotator_names import annotator_name
from annotator.review.agreement.alternative_test import USUAL_HUMANS, USUAL_INSTANCES, AgainstOne, AlternativeTest
from annotator.translation.messages import _, decimal_number, ngettext, number


def verdict_words(test: AlternativeTest) -> str:
    """Return whether the model may stand in for a person, with the counts behind that; or that there is too little."""
    model = annotator_name(test.model)
    if not isinstance(test.omega, float) or not isinstance(test.advantage, float):
        return ngettext(
            "{model} instead of a person: too few, {count} article is by it and two people at least, two are needed",
            "{model} instead of a person: too few, {count} articles are by it and two people at least, two are needed",
            test.articles,
        ).format(model=model, count=number(test.articles))
    # Translators: a model won against so many of the people who have annotated, as in “won against 2 of 3 people”.
    words = _("{model} instead of a person: may stand in, won against {won} of {all} people ({numbers})")
    if not test.passed:
        words = _("{model} instead of a person: may not stand in, won against {won} of {all} people ({numbers})")
    numbers = _measured(test, test.omega, test.advantage)
    won = sum(one.won for one in test.against)
    return words.format(model=model, won=number(won), all=number(len(test.against)), numbers=numbers)


def _measured(test: AlternativeTest, omega: float, advantage: float) -> str:
    """Return the numbers of the test; epsilon has the decimals that it was given with, as 0.2 or 0.15."""
    places = max(1, len(f"{test.epsilon:g}".partition(".")[2]))
    # Translators: omega, advantage and epsilon are names of numbers in the alternative annotator test.
    return _("omega {omega}, advantage {advantage}, epsilon {epsilon}").format(
        omega=decimal_number(omega, 2),
        advantage=decimal_number(advantage, 2),
        epsilon=decimal_number(test.epsilon, places),
    )


def against_words(one: AgainstOne) -> str:
    """Return how the model did against one person."""
    words = ngettext(
        "against {name}: {won}, advantage {advantage}, p {p}, {count} article",
        "against {name}: {won}, advantage {advantage}, p {p}, {count} articles",
        one.instances,
    )
    return words.format(
        name=annotator_name(one.annotator),
        won=_("won") if one.won else _("not won"),
        advantage=decimal_number(one.advantage, 2),
        p=decimal_number(one.p, 3),
        count=number(one.instances),
    )


def caveat_words(test: AlternativeTest) -> str:
    """Return that the test says little with so few people or articles; empty where there are enough, or no result."""
    enough = len(test.against) >= USUAL_HUMANS and all(one.instances >= USUAL_INSTANCES for one in test.against)
    if enough or not test.against:
        return ""
    return _("It says little with fewer than {people} people or {articles} articles.").format(
        people=number(USUAL_HUMANS), articles=number(USUAL_INSTANCES)
    )
