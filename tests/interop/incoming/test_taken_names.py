"""Names for imported articles: no two of one stem, nor two that are one on some disk."""

from __future__ import annotations

from pathlib import Path, PurePosixPath
from unicodedata import normalize

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.interop.foreign.file_names import same_on_some_disk
from annotator.interop.incoming.taken_names import TakenNames

CAFE = normalize("NFC", "Café")


@pytest.mark.parametrize(
    "there",
    ["Budget.txt", "Budget.md", "budget.TXT", "BUDGET.Md", "Budget.annotations.yaml", "budget.annotations.alice.yaml"],
)
def test_a_stem_that_is_taken_gets_a_number(tmp_path: Path, there: str) -> None:
    (tmp_path / there).touch()
    names = TakenNames(sidecars=True)
    assert names.free(tmp_path / "Budget.txt") == tmp_path / "Budget 2.txt"
    assert names.free(tmp_path / "budget.txt") == tmp_path / "budget 3.txt"
    assert names.free(tmp_path / "Other.txt") == tmp_path / "Other.txt"


@given(st.lists(st.text(st.sampled_from("aAéÉ\u0301ßs2 "), min_size=1, max_size=3), max_size=8))
def test_no_two_of_those_that_are_given_are_one_on_some_disk(stems: list[str]) -> None:
    names = TakenNames(sidecars=True)
    given_names = [names.free(Path("nowhere", f"x{stem}x.txt")).stem for stem in stems]
    assert len({same_on_some_disk(name) for name in given_names}) == len(stems)


def test_an_article_is_found_however_it_is_spelled(tmp_path: Path) -> None:
    path = tmp_path / f"{CAFE}.TXT"
    path.touch()
    for form in ("NFC", "NFD"):
        assert TakenNames(sidecars=True).article(tmp_path / f"{normalize(form, CAFE).lower()}.txt") == path
    assert TakenNames(sidecars=True).article(tmp_path / "Cafe.txt") is None


def test_folders_are_spelled_as_they_are(tmp_path: Path) -> None:
    (tmp_path / "News").mkdir()
    names = TakenNames(sidecars=True)
    assert names.below(tmp_path, PurePosixPath("news/a/b.txt")) == tmp_path / "News" / "a" / "b.txt"
    assert names.below(tmp_path, PurePosixPath("NEWS/A/c.txt")) == tmp_path / "News" / "a" / "c.txt"


def test_a_name_that_is_given_back_is_free_again(tmp_path: Path) -> None:
    names = TakenNames(sidecars=True)
    assert names.free(tmp_path / "a.txt") == tmp_path / "a.txt"
    names.give_back(tmp_path / "a.txt")
    assert names.free(tmp_path / "a.txt") == tmp_path / "a.txt"
