"""Sign-offs with a hash or a round that is none, and those that are not of the present text and facts."""

from __future__ import annotations

import pytest

from annotator.corpus.checking.sign_off_faults import of_sign_offs
from annotator.model.check_edits import put_item
from annotator.model.document import Document
from annotator.model.items import altered
from annotator.model.kinds.sign_offs import SignOff
from annotator.model.span import Span
from tests.support.signed.facts import FACTS, confirmed, signed, with_annotation

MADE = confirmed("The toll doubled in May. The mayor lied, she said.", {"a1": Span(0, 23), "a2": Span(25, 39)})
ONCE = signed(MADE)


def faults(document: Document) -> list[tuple[str, tuple[str, ...], str]]:
    return [(fault.id, fault.keys, fault.sentence) for fault in of_sign_offs(document, FACTS)]


def signed_with(**keys: str) -> Document:
    return put_item(ONCE, altered(ONCE.of(SignOff)["s1"], **keys)).apply(ONCE)


def test_a_sign_off_of_the_present_text_and_facts_has_none() -> None:
    assert faults(MADE) == []
    assert faults(ONCE) == []


@pytest.mark.parametrize("sha256", ["", "abc", "g" * 64, "A" * 64, "0" * 63])
def test_a_hash_that_is_none(sha256: str) -> None:
    ((id, keys, sentence),) = faults(signed_with(sha256=sha256))
    assert (id, keys) == ("s1", ("sha256",))
    assert sentence.startswith(f"“sha256: {sha256[:50]}")
    assert sentence.endswith("” is not the SHA-256 of a text: 64 digits, 0–9 and a–f.")


@pytest.mark.parametrize("round", ["", "0", "first", "-1", "²"])
def test_a_round_that_is_none(round: str) -> None:
    sentence = f"“round: {round}” is not the number of a round: 1, 2 and so on."
    assert faults(signed_with(round=round)) == [("s1", ("round",), sentence)]


def test_another_text_than_the_present_one() -> None:
    sentence = "Another text than the present one was signed by “alice”; 0 of 2 facts are open again."
    assert faults(signed_with(sha256="0" * 64)) == [("s1", ("sha256",), sentence)]


def test_a_fact_that_says_something_else() -> None:
    changed = with_annotation(ONCE, altered(ONCE.annotations["a1"], state="opinion"))
    sentence = "Not all facts are as “alice” has signed them; 1 of 2 facts are open again."
    assert faults(changed) == [("s1", ("facts",), sentence)]
