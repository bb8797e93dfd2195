"""Sidecars of a folder replaced together: each has the history that it would have alone."""

from __future__ import annotations

import tempfile
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from annotator.storage.saving.history import keep, versions
from annotator.storage.saving.replacing import Replacement, replace_together
from tests.support.running.examples import examples

BEFORE, AT = "2026-11-27T08:00:00Z", "2026-11-28T08:00:00Z"
OLD, NOW, NEW = b"old", b"now", b"new"
PASTS: list[list[tuple[bytes, str]]] = [[], [(OLD, BEFORE)], [(NOW, BEFORE)], [(OLD, BEFORE), (OLD + OLD, AT)]]
"""Versions that the history of a sidecar has already, the last of which may be what it holds, or of that very time."""


def history_of(sidecar: Path) -> list[tuple[str, bool, bytes]]:
    return [(version.at, version.began, version.data()) for version in versions(sidecar)]


@examples(1)
@given(st.lists(st.sampled_from(PASTS), max_size=8))
def test_each_sidecar_has_the_history_that_it_would_have_alone(pasts: list[list[tuple[bytes, str]]]) -> None:
    with tempfile.TemporaryDirectory() as name:
        sidecars = [Path(name, f"{number}.annotations.yaml") for number in range(len(pasts))]
        alone = [Path(name, "alone", sidecar.name) for sidecar in sidecars]
        Path(name, "alone").mkdir()
        for past, *both in zip(pasts, sidecars, alone, strict=True):
            for sidecar in both:
                sidecar.write_bytes(NOW)
                for data, at in past:
                    keep(sidecar, data, at)
        replaced = replace_together(Path(name), [Replacement(sidecar, NOW, NEW) for sidecar in sidecars], AT)
        assert (replaced.done, replaced.overtaken, replaced.problems) == (sidecars, [], [])
        for sidecar, other in zip(sidecars, alone, strict=True):
            keep(other, NOW, AT, began=True)
            assert sidecar.read_bytes() == NEW
            assert history_of(sidecar) == history_of(other)
