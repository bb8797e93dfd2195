"""Characters of icon fonts on a page, which are of the kind by which the article's passages are told."""

from __future__ import annotations

import pytest

from annotator.interop.articles.kinds.web_page.extractor import EXTRACTOR
from tests.interop.articles.pages import ENGLISH, only

LINKS = "".join(f"<li><a href='/{number}'>Section {number}</a></li>" for number in range(12))
STORY = "".join(f"<p>{ENGLISH} Report {number} says so too.</p>" for number in range(6))
PAGE = f"<html><body><nav><ul>{LINKS}</ul></nav><article><h1>Families leave</h1>{STORY}</article></body></html>"


@pytest.mark.parametrize("icon", [*map(chr, range(0xE000, 0xE00C)), "\U000f0003"])
def test_an_icon_in_the_text_brings_no_other_part_of_the_page(icon: str) -> None:
    plain = only(EXTRACTOR, PAGE).text
    assert "Section" not in plain
    assert only(EXTRACTOR, PAGE.replace("Report 2", f"Report {icon}2")).text == plain.replace(
        "Report 2", f"Report {icon}2"
    )
