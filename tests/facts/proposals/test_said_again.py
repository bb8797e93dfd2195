"""The same claim elsewhere is found by its words."""

from __future__ import annotations

from annotator.facts.proposals.said_again import AlikeClaims

CLAIMS = {
    "lead": "Some 3,000 people had crossed the bridge in one day",
    "again": "some 3,000 people, among them 2,400 pupils, had crossed the bridge",
    "bikes": "The council counted 900 cyclists on the bridge",
    "plan": "It wants a new bridge by 2030",
    "fares": "Fares will rise by four per cent in spring",
}


def test_the_same_claim_is_found() -> None:
    assert AlikeClaims(CLAIMS).like("lead", CLAIMS["lead"]) == ["again"]


def test_two_claims_on_the_same_thing_are_not_the_same() -> None:
    assert AlikeClaims(CLAIMS).like("bikes", CLAIMS["bikes"]) == []
    assert AlikeClaims(CLAIMS).like("plan", CLAIMS["plan"]) == []


def test_a_few_frequent_words_are_not_enough() -> None:
    texts = {str(place): f"The council said on day {place} that the bridge stays" for place in range(9)}
    alike = AlikeClaims({**texts, "other": "The council fears that the harbour floods"})
    assert alike.like("other", "The council fears that the harbour floods") == []


def test_german() -> None:
    claims = {
        "a": "Die Brücke bleibt bis März 2027 gesperrt",
        "b": "Bis März 2027 bleibt die Brücke für Autos gesperrt",
    }
    assert AlikeClaims(claims).like("a", claims["a"]) == ["b"]


def test_at_most_three() -> None:
    claims = {str(place): "Fares will rise by four per cent in spring" for place in range(9)}
    assert len(AlikeClaims(claims).like("0", claims["0"])) == 3


def test_three_shared_words_alone_do_not_make_it_the_same() -> None:
    claims = {
        "counted": "The council counted 900 cyclists on the bridge last Monday",
        "wants": "The council wants cyclists to leave the old bridge before winter",
    }
    assert AlikeClaims(claims).like("counted", claims["counted"]) == []
