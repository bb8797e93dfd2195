"""Pages as they are painted: in black and white alone, with the marks as on screen, also from right to left."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter
from pytestqt.qtbot import QtBot

from annotator.interop.handover.choices import Choices
from annotator.interop.handover.content import HandedFact, HandOver
from annotator.interop.handover.contents import contents_of
from annotator.ui.paper.report_pages import ReportPages
from annotator.ui.paper.sheet_of_paper import POINT, SheetOfPaper
from tests.support.handover.checked_story import SCHEME, checked_story

A4 = SheetOfPaper(595 * POINT, 842 * POINT)
STORY = contents_of(checked_story(), SCHEME, Choices())
GREY = 237


def painted(handed: HandOver, page: int = 0, paper: SheetOfPaper = A4) -> QImage:
    """The page with a pixel for each point."""
    image = QImage(paper.width // POINT, paper.height // POINT, QImage.Format.Format_RGB32)
    image.fill(0xFFFFFFFF)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.TextAntialiasing, False)  # edges of letters are coloured on screens
    painter.scale(1 / POINT, 1 / POINT)
    ReportPages(handed, paper).paint(painter, page)
    painter.end()
    return image


def plain() -> HandOver:
    """The story without its picture, which has colours."""
    return replace(STORY, article=replace(STORY.article, text=STORY.article.text.replace("🔔", "*")))


def greys(image: QImage) -> list[int]:
    """The shade of each pixel; it fails where one has a colour."""
    plain = image.convertToFormat(QImage.Format.Format_RGBX8888)
    data = bytes(plain.constBits())
    assert data[0::4] == data[1::4] == data[2::4]
    return list(data[0::4])


@pytest.mark.usefixtures("qtbot")
class TestPainting:
    def test_all_is_black_and_white_and_facts_are_on_grey(self) -> None:
        pages = ReportPages(STORY, A4)
        assert pages.count == 2
        shades = [greys(painted(plain(), page)) for page in range(pages.count)]
        assert shades[0].count(GREY) > 1000 > shades[1].count(GREY)

    def test_brackets_stand_outside_the_fill(self) -> None:
        claim = tuple(mark for mark in STORY.marks if mark.id == "c2")
        image = painted(replace(plain(), legend=STORY.legend[:1], marks=claim))
        left = int(A4.text.left() / POINT)
        shades = greys(image)
        row = next(y for y in range(110, 800) if shades[y * 595 :][: left + 99].count(GREY) > 40)
        edge = next(x for x in range(left - 5, left + 5) if (image.pixel(x, row) & 255) == GREY)
        dark = [min(image.pixel(x, y) & 255 for x in (edge - 1, edge - 2)) < 160 for y in range(row, row + 11)]
        assert sum(dark) > 9  # a letter is less tall

    def test_an_article_from_right_to_left_is_mirrored(self) -> None:
        article = replace(STORY.article, leftwards=True)
        paper = replace(A4, leftwards=True)
        there, mirrored = painted(STORY), painted(replace(STORY, article=article), paper=paper)
        for image, own, other in ((there, A4, paper), (mirrored, paper, A4)):
            assert inked(image, own.numbers)
            assert inked(image, own.notes)
            assert not inked(image, other.numbers.adjusted(6 * POINT, 0, -6 * POINT, 0))

    def test_facts_without_a_place_are_in_the_table_alone(self) -> None:
        lost = HandedFact("x", 9, "claim", STORY.facts[0].span, False, "gone")
        assert ReportPages(HandOver(STORY.article, facts=(lost,)), A4).count == 2


def inked(image: QImage, room: QRectF) -> bool:
    """Whether anything is painted in the room, below the legend."""
    left, right, bottom = (int(edge / POINT) for edge in (room.left(), room.right(), room.bottom()))
    return any((image.pixel(x, y) & 255) < 190 for y in range(96, bottom) for x in range(left, right))


def test_a_long_table_has_its_heads_on_each_page(qtbot: QtBot) -> None:
    facts = tuple(replace(STORY.facts[0], id=f"c{n}", number=n) for n in range(1, 120))
    pages = ReportPages(replace(STORY, facts=facts, marks=()), A4)
    assert pages.count > 3
    heads = [greys(painted(replace(STORY, facts=facts, marks=()), page))[: 85 * 595] for page in (2, 3)]
    assert heads[0] == heads[1]
