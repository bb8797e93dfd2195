"""Sentences on what a change of the scheme has done."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

from annotator.corpus.scheme_sweeps.tally import SIDECARS, Tally
from annotator.session.scheme_changes.scheme_runs import Swept
from annotator.storage.files.file_error import Problem


def test_a_change_that_is_taken_back_says_in_how_many_files() -> None:
    swept = Swept("Scheme change: rename", Tally(counts=Counter({SIDECARS: 3})), back=True)
    assert swept.sentence == "Taken back: Scheme change: rename (3 files)"


def test_a_file_that_could_not_be_put_back_is_named() -> None:
    problem = Problem(Path("fire.annotations.yaml"), 3, "It is damaged.")
    swept = Swept("Scheme change: rename", Tally(problems=[problem], is_open=True), back=True)
    assert swept.sentence == (
        "1 file could not be put back. fire.annotations.yaml:3: It is damaged. Mend it, and take the change back again."
    )
