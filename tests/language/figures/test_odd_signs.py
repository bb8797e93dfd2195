"""Signs that make digits no number."""

from __future__ import annotations

import pytest

from annotator.language.figures.reading import read_figure


@pytest.mark.parametrize("behind", ["3.1/95", "3.1/95J", "1.2-3", "4,5/6"])
def test_a_year_is_read_whatever_digits_stand_behind_it(behind: str) -> None:
    reading = read_figure(f"In 1983 Win {behind} was sold.", 3, 7, "en")
    assert reading is not None
    assert reading.when == "1983"


def test_digits_with_a_slash_among_them_are_no_number() -> None:
    assert read_figure("Version 3.1/95 was sold.", 8, 14, "en") is None
