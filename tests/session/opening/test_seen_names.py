"""Names in a folder that are listed again only where it has changed: the same as listing it each time."""

from __future__ import annotations

import os
from itertools import count
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.corpus.missing_articles import without_article
from annotator.session.opening import seen_names
from annotator.session.opening.seen_names import SeenNames
from annotator.storage.articles.folders import names_in
from annotator.storage.saving.own_sidecar import sidecars_of

NAMES = [
    *("a.txt", "a.md", "ab.txt", "a.annotations.yaml", "a.annotations.ben.yaml", "a.md.annotations.yaml"),
    *("ab.annotations.yaml", "b.annotations.yaml", "c.annotations.yaml", "notes.yaml", ".annotations.yaml", "Ä.txt"),
]
SECONDS = count(1_700_000_000)


def settle(folder: Path) -> None:
    """Let the folder's time stamp be so old that every further change gives it another one."""
    then = next(SECONDS)
    os.utime(folder, (then, then))


@given(st.lists(st.lists(st.sampled_from(NAMES), min_size=1, unique=True), min_size=1, max_size=5), st.booleans())
def test_they_are_what_listing_the_folder_finds(steps: list[list[str]], is_settled: bool) -> None:
    with TemporaryDirectory() as place:
        folder, seen = Path(place), SeenNames()
        for names in steps:
            for name in names:
                path = folder / name
                path.unlink() if path.exists() else path.write_bytes(b"")
            if is_settled:
                settle(folder)
            for _again in range(2):
                found = seen.of(folder)
                assert list(found.missing) == without_article(folder, names_in(folder))
                for name in filter(lambda name: name.endswith((".txt", ".md")), NAMES):
                    assert sidecars_of(folder / name, found.beside(folder / name)) == sidecars_of(folder / name)


def test_a_folder_that_has_not_changed_is_not_listed_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    listed: list[Path] = []
    monkeypatch.setattr(seen_names, "names_in", lambda folder: listed.append(folder) or names_in(folder))
    seen = SeenNames()
    seen.of(tmp_path)
    seen.of(tmp_path)
    assert len(listed) == 2  # it is too new to be sure
    settle(tmp_path)
    assert seen.of(tmp_path) == seen.of(tmp_path)
    assert len(listed) == 3


def test_a_folder_that_cannot_be_listed_has_no_names(tmp_path: Path) -> None:
    found = SeenNames().of(tmp_path / "gone")
    assert (found.sidecars, found.missing) == ((), ())
