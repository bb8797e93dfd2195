"""Languages that are written from right to left are known by their codes, with or without a country."""

from __future__ import annotations

import pytest

from annotator.language.writing_direction import is_written_leftwards


@pytest.mark.parametrize("code", ["ar", "ar-EG", "fa_IR", "he", "sd", "ug"])
def test_languages_that_are_written_leftwards(code: str) -> None:
    assert is_written_leftwards(code)


@pytest.mark.parametrize("code", ["", "en", "de-AT", "arn", "fr_CA"])
def test_languages_that_are_not(code: str) -> None:
    assert not is_written_leftwards(code)
