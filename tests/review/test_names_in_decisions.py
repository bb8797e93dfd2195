"""Annotators who are called as the words that say in decisions that nobody was followed."""

from __future__ import annotations

from dataclasses import replace
from itertools import count

import pytest

from annotator.model.document import Document
from annotator.model.kinds.decisions import NONE, OWN, Decision, taking
from annotator.review.adjudicating import Compared, Decider, Wish, decide
from annotator.review.comparing import compared
from annotator.review.corrections import corrections, followed_of
from annotator.review.deciding_again import decided_again
from annotator.review.reviewing import Outcome, Stamp, accept, reject, reviewed
from tests.support.review.annotators import read_annotators

WORDS = (NONE, OWN)


@pytest.fixture(params=WORDS)
def name(request: pytest.FixtureRequest) -> str:
    return str(request.param)


def stamp() -> Stamp:
    ids = count()
    return Stamp(lambda: f"new{next(ids)}", "2026-11-02T10:00:00Z", "dee")


def test_what_they_made_is_accepted_and_rejected(name: str) -> None:
    theirs = replace(read_annotators("ferry")["ann"], annotator=name)
    own = Document(theirs.article, {}, {}, annotator="dee")
    id = next(iter(theirs.annotations))
    accepted = accept(own, theirs, id, stamp()).apply(own)
    outcomes = {row.annotation.id: row.outcome for row in reviewed(accepted, theirs)}
    assert outcomes[id] is Outcome.ACCEPTED
    assert corrections(theirs, [accepted], name) == []
    assert followed_of([accepted], name) == (1, 1)
    rejected = reject(own, theirs, id, stamp()).apply(own)
    assert next(row for row in reviewed(rejected, theirs) if row.annotation.id == id).outcome is Outcome.REJECTED
    assert [one.kind for one in corrections(theirs, [rejected], name)] == ["superfluous"]


def test_a_final_version_follows_them(name: str) -> None:
    read = read_annotators("ferry")
    documents = {name: replace(read["ann"], annotator=name), "ben": read["ben"]}
    found = Compared(documents, compared(documents))
    final = Document(read["ann"].article, {}, {}, annotator="gold")
    ids = count()
    decider = Decider("dee", "2026-11-02T10:00:00Z", lambda: f"g{next(ids)}")
    wishes = [Wish(one, taking(name)) for one in found.clusters if name in one.versions]
    after = decide(final, found, wishes, decider).apply(final)
    assert len(after.annotations) == len(wishes) == len(read["ann"].annotations)
    assert {one.followed for one in after.of(Decision).values()} == {name}
    assert len(after.relations) == len(read["ann"].relations)
    assert len(decided_again(after.of(Decision).values(), documents, after)[0]) == len(wishes)


def test_the_words_of_older_files_say_what_they_said() -> None:
    assert [Decision("a", took=one).followed for one in (NONE, OWN, "ann", "annotations")] == [
        "",
        "",
        "ann",
        "annotations",
    ]
