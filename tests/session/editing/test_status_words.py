"""Names of statuses, of which a file may have any."""

from __future__ import annotations

from annotator.model.document import IN_WORK, NEW
from annotator.session.opening.status_names import status_words


def test_known_and_unknown_ones() -> None:
    assert [status_words(status) for status in (NEW, "", IN_WORK)] == ["Not started", "Not started", "In work"]
    assert status_words("to be checked") == "to be checked"


def test_an_endless_one_is_cut_off() -> None:
    assert status_words("s" * 1_000_000) == f"{'s' * 39}…"
