"""Settling of paragraphs, however their signs are nested, cut off or forged by a file."""

from __future__ import annotations

import time

from hypothesis import given
from hypothesis import strategies as st

from annotator.interop.articles.inline.settling import settled
from annotator.interop.articles.inline.signs import DELETED, INSERTED, RAISED, STRAY, begins, signed

SIGNS = st.text(st.sampled_from([*map(chr, range(0xFDD0, 0xFDF0)), *" a10,/\n²"]), max_size=30)


@given(SIGNS)
def test_no_sign_stays_and_all_places_are_in_the_text(text: str) -> None:
    found = settled(text)
    assert not STRAY.search(found.text)
    ends = [end for one in found.inlay.corrections for end in (one.start, one.end)]
    assert all(0 <= at <= len(found.text) for at in (*ends, *(place.at for place in found.inlay.places)))
    for one in found.inlay.corrections:
        assert one.start <= one.end
        assert one.old.strip() or (one.changes and found.text[one.start : one.end].strip())


def test_text_without_signs_is_returned_as_it_is() -> None:
    assert settled(" a  b ").text == " a  b "


def test_many_signs_take_no_time() -> None:
    pieces = (signed("15", DELETED) + signed("12", INSERTED) + signed("2", RAISED) + begins(7)) * 20_000
    start = time.monotonic()
    assert len(settled(pieces).inlay.corrections) == 20_000
    settled((RAISED + "x") * 40_000)
    assert time.monotonic() - start < 60
