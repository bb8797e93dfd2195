"""Arrows between words, as they are seen in windows that read from left to right and from right to left."""

from __future__ import annotations

from collections.abc import Iterator
from typing import cast

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QTextLayout, QTextOption

from annotator.language.arrow_words import beginning_with_arrow, from_to, leading_on
from annotator.language.plain_line import reads_leftwards
from annotator.storage.program.resources import resource
from annotator.translation.catalogue import read_catalogue
from annotator.translation.messages import use


@pytest.fixture
def in_arabic() -> Iterator[None]:
    use(read_catalogue(resource("languages/ar.po")), language="ar")
    yield
    use()


def place(text: str, part: str) -> float:
    """Return where the part begins on a line in a window that reads from right to left."""
    option = QTextOption()
    leftwards = reads_leftwards(text)
    option.setTextDirection(Qt.LayoutDirection.RightToLeft if leftwards else Qt.LayoutDirection.LeftToRight)
    layout = QTextLayout(text, QFont())
    layout.setTextOption(option)
    layout.beginLayout()
    line = layout.createLine()
    line.setLineWidth(1000)
    layout.endLayout()
    x, _at = cast("tuple[float, int]", line.cursorToX(text.index(part) + 1))
    return x


def test_from_left_to_right() -> None:
    assert (from_to("claim", "source"), leading_on("quotes")) == ("claim → source", "quotes →")


@pytest.mark.usefixtures("qapp", "in_arabic")
@pytest.mark.parametrize(("start", "end"), [("ادعاء", "مصدر"), ("15", "12"), ("claim", "مصدر"), ("ادعاء", "claim")])
def test_from_right_to_left_the_arrow_stands_between_its_ends_and_points_to_the_second(start: str, end: str) -> None:
    words = from_to(start, end)
    assert "←" in words
    assert place(words, end) < place(words, "←") < place(words, start)


@pytest.mark.usefixtures("qapp", "in_arabic")
def test_names_in_latin_letters_keep_their_own_direction() -> None:
    words = from_to("claim", "source")
    assert place(words, "claim") < place(words, "→") < place(words, "source")


@pytest.mark.usefixtures("qapp", "in_arabic")
@pytest.mark.parametrize("relation", ["attributed to", "منسوب إلى"])
def test_the_arrow_of_a_relation_stands_where_lines_go_on(relation: str) -> None:
    words = leading_on(relation)
    assert place(words, "←") < place(words, relation[:3])


@pytest.mark.usefixtures("in_arabic")
@pytest.mark.parametrize(("words", "on", "back"), [("يقتبس: أربعون", "←", "→"), ("quotes: forty", "→", "←")])
def test_a_relation_that_leads_back_has_the_other_arrow(words: str, on: str, back: str) -> None:
    assert beginning_with_arrow(words, inwards=False) == f"{on} {words}"
    assert beginning_with_arrow(words, inwards=True) == f"{back} {words}"


def test_a_relation_that_leads_back_from_left_to_right() -> None:
    assert beginning_with_arrow("quoted in: forty", inwards=True) == "← quoted in: forty"
