"""What is confidential by the bytes of its file: here, in other sidecars, and in such as cannot be read."""

from __future__ import annotations

import pytest

from annotator.model.kinds.evidence import Evidence
from annotator.storage.evidence.confidential import confidential_in, kept_back
from tests.support.handover.checked_story import checked_story

FIRST, SECOND = "a" * 64, "b" * 64
SIDECAR = f"""\
format: annotator
version: 1
article: {{file: bell.txt}}
evidence:
- {{id: e, file: evidence/{FIRST}.pdf, confidential: true}}
- {{id: g, file: evidence/{SECOND}.pdf}}
- {{id: h, title: a letter, confidential: true}}
"""


def test_a_sidecar_says_of_which_bytes() -> None:
    assert confidential_in(SIDECAR.encode()) == {FIRST}
    assert confidential_in(SIDECAR.replace("true", "false").encode()) == set()


@pytest.mark.parametrize("written_so", ['"confidenti\\x61l"', '"\\u0063onfidential"'])
def test_a_sidecar_may_say_so_in_other_ways(written_so: str) -> None:
    assert confidential_in(SIDECAR.replace("confidential", written_so).encode()) == {FIRST}


def test_of_a_sidecar_that_cannot_be_read_all_it_refers_to_is_confidential() -> None:
    assert confidential_in(SIDECAR.replace("version: 1", "version: [").encode()) == {FIRST, SECOND}
    assert confidential_in(SIDECAR.replace("confidential: true", "confidential: perhaps").encode()) == {FIRST, SECOND}


def test_pieces_with_the_same_bytes_are_confidential_too_whatever_their_suffix() -> None:
    story = checked_story()
    assert kept_back(story, set()) is story
    assert kept_back(story, {FIRST}).of(Evidence)["e2"].confidential
    pieces = story.of(Evidence)
    twice = story.with_items(Evidence, {**pieces, "e9": Evidence("e9", file=f"evidence/{FIRST}", confidential=True)})
    kept = kept_back(twice, set()).of(Evidence)
    assert [id for id in kept if kept[id].confidential] == ["e2", "e3", "e9"]
