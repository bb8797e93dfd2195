"""Numbers of the facts of a document, which they keep from one sign-off to the next."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import count

from annotator.facts.desk.rounds import in_order
from annotator.facts.desk.which_facts import facts_of
from annotator.model.document import Document
from annotator.model.kinds.sign_offs import SignOff
from annotator.model.scheme import Scheme

LARGEST = 999_999_999
"""Largest number that is taken from a file; a larger one would be followed by others that nobody can say or keep."""


def fact_numbers(document: Document, scheme: Scheme) -> dict[str, int]:
    """Return the number of each fact by its id, in the order of the text.

    A fact has the number of the first sign-off that gave it one; numbers of facts that are gone are not given again.
    The others are numbered in the order of the text after all that were given.
    """
    given = _given(document.of(SignOff))
    following = count(1 + max(given.values(), default=0))
    taken: set[int] = set()
    numbers: dict[str, int] = {}
    for fact in facts_of(document, scheme):
        number = given.get(fact.id)
        if number is None or number in taken:
            number = next(following)
        taken.add(number)
        numbers[fact.id] = number
    return numbers


def _given(signed: Mapping[str, SignOff]) -> dict[str, int]:
    numbers: dict[str, int] = {}
    for sign_off in in_order(signed.values()):
        for id, number in _whole_numbers(sign_off):
            numbers.setdefault(id, number)
    return numbers


def _whole_numbers(sign_off: SignOff) -> Iterator[tuple[str, int]]:
    """Yield the numbers that the file gives; anything else that is written there is passed over."""
    for id, number in sign_off.numbers.items():
        if type(number) is int and 0 < number <= LARGEST:
            yield id, number
