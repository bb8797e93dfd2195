"""What is counted of one document."""

from __future__ import annotations

from dataclasses import replace

from annotator.corpus.tallies.tally import SHOWN, tally_of
from annotator.model.annotation import Excerpt
from annotator.model.entry import Entry
from annotator.model.items import altered
from annotator.model.kinds.queries import Query
from annotator.model.kinds.sign_offs import SignOff
from annotator.model.span import Span
from tests.support.statistics.tallied import TEXT, Marking, quay


def test_the_document_is_counted_by_hand() -> None:
    tally = quay().tally(status="done", read=(Span(0, 28),))
    assert (tally.article, tally.status, tally.words, tally.length) == ("quay.txt", "done", 15, len(TEXT))
    assert (tally.sentences, tally.read, tally.displaced, tally.signed) == (3, 1, 0, "")
    assert [(item.id, item.label, item.words) for item in tally.marked] == [
        ("s3", "source", "The mayor"),
        ("f4", "figure", "9"),
        ("c1", "claim", "9 boats sank"),
        ("f5", "figure", "9 boats. The"),
        ("c2", "claim", "The quay is closed"),
    ]


def test_an_annotation_knows_its_sentences_its_choices_and_its_days() -> None:
    claim, crossing, closed = quay().tally().marked[2:]
    assert (claim.sentences, crossing.sentences, closed.sentences) == ((0, 0), (1, 2), (2, 2))
    assert dict(claim.values) == {"voice": ("reported",), "verdict": ("supported",)}
    assert (claim.made, claim.changed) == ("2026-11-02", "2026-11-04")
    assert (crossing.made, crossing.changed) == ("", "")


def test_an_annotation_of_a_whole_sentence_is_not_in_the_next_one() -> None:
    (item,) = Marking(text="昨日船が沈んだ。船は古い。\n").mark("claim", "昨日船が沈んだ。").tally().marked
    assert item.sentences == (0, 0)


def test_a_fact_is_settled_by_its_verdict_or_its_state_unless_something_else_is_open() -> None:
    tally = quay().mark("claim", "Nobody else", state="confirmed").tally()
    facts = {item.id: (item.settled, item.sourced) for item in tally.marked if item.is_fact}
    assert facts == {"c1": (True, True), "c2": (False, False), "c6": (True, False)}


def test_a_fact_with_an_open_query_is_not_settled() -> None:
    entry = quay().entry()
    asked = entry.document.with_items(Query, {"q": Query("q", about="c1", text="Which boats?")})
    facts = [item for item in tally_of(replace(entry, document=asked)).marked if item.is_fact]
    assert not any(item.settled for item in facts)


def test_sentences_read_in_part_are_not_read() -> None:
    assert quay().tally(read=(Span(0, 27),)).read == 0
    assert quay().tally(read=(Span(0, 53),)).read == 2


def test_what_has_lost_its_place_is_only_counted() -> None:
    entry = Marking().mark("claim", "9 boats sank").entry()
    item = altered(entry.document.annotations["c1"], displaced=Excerpt("8 boats sank"))
    tally = tally_of(Entry(entry.path, replace(entry.document, annotations={"c1": item}), entry.scheme))
    assert (tally.marked, tally.displaced) == ((), 1)


def test_the_first_signature_counts_and_no_time_is_no_day() -> None:
    entry = quay().entry()
    signed = {id: SignOff(id, at=at) for id, at in (("a", "2026-11-09T08:00:00Z"), ("b", "2026-11-07T08:00:00Z"))}
    assert tally_of(replace(entry, document=entry.document.with_items(SignOff, signed))).signed == "2026-11-07"
    odd = {"a": SignOff("a", at="yesterday")}
    assert tally_of(replace(entry, document=entry.document.with_items(SignOff, odd))).signed == ""


def test_of_a_long_annotation_the_beginning_is_kept() -> None:
    long = "word " * 200
    (item,) = Marking(text=long).mark("claim", long.strip()).tally().marked
    assert item.words == long[:SHOWN]
