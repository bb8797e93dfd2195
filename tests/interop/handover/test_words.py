"""Words that the forms of a hand-over share."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from annotator.interop.handover.choices import Choices
from annotator.interop.handover.content import HandedFigure
from annotator.interop.handover.contents import contents_of
from annotator.interop.handover.words import (
    counts,
    day_words,
    figure_words,
    glyph_and_state,
    hash_words,
    said_by,
    signed_words,
    time_words,
    verdict_words,
    withheld_words,
)
from annotator.translation.messages import use
from tests.support.handover.checked_story import SCHEME, checked_story

HANDED = contents_of(checked_story(), SCHEME, Choices())


@pytest.fixture
def arabic() -> Iterator[None]:
    use(language="ar")
    yield
    use()


def test_verdicts_and_states_have_a_glyph_and_a_word() -> None:
    assert [verdict_words(one) for one in ("supported", "not-enough-evidence", "half_true", "")] == [
        *("✓ supported", "? not enough evidence", "half true", "– no verdict"),
    ]
    assert [glyph_and_state(one) for one in ("", "change", "parked")] == ["○ to check", "→ change", "parked"]


def test_who_says_a_fact() -> None:
    first, second, _third = HANDED.facts
    assert (said_by(first), said_by(second)) == ("Rosa Lind", "the article")


def test_counts_by_verdict() -> None:
    assert counts(HANDED) == "3 claims: 1 supported, 1 refuted, 1 without a verdict"


@pytest.mark.parametrize(
    ("figure", "words"),
    [
        (HandedFigure("f", "412", "412", "exact"), "412"),
        (HandedFigure("f", "1204 buses", "1,204"), "1204 buses"),
        (HandedFigure("f", "1204 buses", "١٬٢٠٤"), "1204 buses"),
        (HandedFigure("f", "5 million", "5,000,000"), "5 million (5,000,000)"),
        (HandedFigure("f", "some 400", "400", "about"), "some 400 (about)"),
        (HandedFigure("f", "Most", "more than half", "vague"), "Most (more than half)"),
        (HandedFigure("f", "between 10 and 15", "10–15", "range"), "between 10 and 15"),
        (HandedFigure("f", "half", "0.5", "exact", ("0.5 is no third",)), "half (0.5). 0.5 is no third"),
    ],
)
def test_a_figure_says_nothing_twice(figure: HandedFigure, words: str) -> None:
    assert figure_words(figure) == words


def test_times_hashes_and_signatures() -> None:
    assert time_words("2026-11-28T18:40:00Z") == "2026-11-28, 18:40 UTC"
    assert time_words("last week") == "last week"
    assert hash_words("0123456789abcdef") == "01234567 89abcdef"
    assert HANDED.signature
    assert signed_words(HANDED.signature) == "2026-11-28, 18:40 UTC, round 2, with 1 exception"
    assert (withheld_words(0), withheld_words(2)) == ("", "2 pieces are confidential and not listed")


@pytest.mark.usefixtures("arabic")
def test_a_day_keeps_its_order_among_arabic_words() -> None:
    assert day_words("2026-11-28") == "\u200e2026-11-28"
    assert day_words("") == ""
