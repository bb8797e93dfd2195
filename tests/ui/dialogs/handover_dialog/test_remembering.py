"""Choices of the last hand-over, as settings have them."""

from __future__ import annotations

from annotator.interop.handover.choices import EvidenceFiles
from annotator.ui.dialogs.handover_dialog.remembering import Remembered, as_words, from_words


def test_choices_come_back_as_they_were() -> None:
    left_out = frozenset({"cue", "a, b"})
    chosen = Remembered("csv", left_out, frozenset({"to-check"}), False, True, EvidenceFiles.ZIP, False)
    assert from_words(as_words(chosen)) == chosen
    assert as_words(Remembered()) == {}


def test_what_is_not_valid_becomes_the_default() -> None:
    odd = {"form": "parchment", "evidence_files": "box", "queries": "perhaps", "notes": "2", "more": "x"}
    assert from_words(odd) == Remembered()
