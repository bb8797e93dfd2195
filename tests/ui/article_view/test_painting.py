"""The marks are where the design puts them, in its colours, at every scale; and never over a letter."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtGui import QColor, QImage

from tests.support.paths import ROOT
from tests.ui.pixels import pixels

THEMES = ("light", "dark")
SCALES = [(scale, theme) for theme in THEMES for scale in ("1", "1.5", "2")]


@dataclass
class Pictures:
    """What was painted: ``plain`` without marks, ``marked``, with the claim ``selected``, and the ``whole`` view."""

    plain: QImage
    marked: QImage
    selected: QImage
    whole: QImage
    facts: dict[str, Any]

    @property
    def ratio(self) -> float:
        ratio: float = self.facts["ratio"]
        return ratio

    def extent(self, words: str) -> tuple[float, float]:
        left, right = self.facts["extents"][words]
        return left, right

    def y(self, below_baseline: float) -> float:
        baseline: float = self.facts["baseline"]
        return baseline + below_baseline

    def theme(self, name: str) -> QColor:
        return QColor(self.facts["theme"][name])

    def label(self, label: str, name: str) -> QColor:
        """A label's colour as it looks on the article's ground."""
        colour, ground = QColor(self.facts["labels"][label][name]), self.theme("base")
        share = colour.alphaF()
        mixed = (share * a + (1 - share) * b for a, b in zip(rgb(colour), rgb(ground), strict=True))
        return QColor(*(round(part) for part in mixed))

    def at(self, x: float, y: float, image: QImage | None = None) -> QColor:
        """The colour of the device pixel that holds a point given in logical pixels."""
        picture = self.marked if image is None else image
        return picture.pixelColor(int(x * self.ratio), int(y * self.ratio))

    def nearest(self, colour: QColor) -> str:
        """Whose stroke a colour is most like; empty where it is most like the ground."""
        strokes = {label: self.label(label, "stroke") for label in ("source", "cue", "quote")}
        return min(
            strokes | {"": self.theme("base")}, key=lambda name: far(colour, strokes.get(name, self.theme("base")))
        )

    def column(self, x: float, top: float, bottom: float, image: QImage | None = None) -> list[QColor]:
        """The device pixels at ``x`` between two heights below the baseline."""
        steps = range(int(self.y(top) * self.ratio), int(self.y(bottom) * self.ratio) + 1)
        return [(image or self.marked).pixelColor(int(x * self.ratio), step) for step in steps]

    def row(self, y: float, left: float, right: float) -> list[QColor]:
        return [
            self.marked.pixelColor(x, int(y * self.ratio))
            for x in range(int(left * self.ratio), int(right * self.ratio))
        ]


def rgb(colour: QColor) -> tuple[int, int, int]:
    return colour.red(), colour.green(), colour.blue()


def far(one: QColor, other: QColor) -> int:
    return max(abs(a - b) for a, b in zip(rgb(one), rgb(other), strict=True))


def alike(one: QColor, other: QColor, within: int = 6) -> bool:
    return far(one, other) <= within


@pytest.fixture(scope="module", params=SCALES, ids=lambda pair: f"{pair[1]}-{pair[0]}")
def pictures(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Pictures:
    scale, theme = request.param
    folder = tmp_path_factory.getbasetemp() / f"pictures at {scale}"
    if not folder.exists():  # one process for each scale, which it can have only one of
        paint(folder, scale)
    images = [QImage(str(folder / theme / f"{name}.png")) for name in ("plain", "marked", "selected", "whole")]
    made = Pictures(*images, json.loads((folder / theme / "facts.json").read_text("utf-8")))
    assert made.ratio == float(scale)
    return made


def paint(folder: Path, scale: str) -> None:
    """Paint all pictures of that scale into a new folder."""
    folder.mkdir()
    environment = {**os.environ, "QT_SCALE_FACTOR": scale, "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-m", "tests.ui.article_view.pictures_of_marks", str(folder), *THEMES]
    subprocess.run(command, env=environment, cwd=ROOT, check=True, timeout=60)


def test_no_mark_is_over_a_letter(pictures: Pictures) -> None:
    ink, width = pictures.theme("text").rgb(), pictures.plain.width()
    inked = [at for at, colour in enumerate(pixels(pictures.plain)) if colour == ink]
    letters = [at for at in inked if not near_a_grip(pictures, at % width, at // width)]
    for image in (pictures.marked, pictures.selected):
        painted = pixels(image)
        assert [at for at in letters if painted[at] != ink] == []
    assert len(letters) > 250


def near_a_grip(pictures: Pictures, x: int, y: int) -> bool:
    """Grips lie above the text on purpose."""
    left, right = pictures.extent("Some 3,000 civilians")
    places = ((left - 3.5, pictures.y(-17.5)), (right + 3.5, pictures.y(8.5)))
    return any(abs(x / pictures.ratio - a) < 7 and abs(y / pictures.ratio - b) < 7 for a, b in places)


def test_marks_change_the_picture_only_where_words_are_marked(pictures: Pictures) -> None:
    left, right = pictures.extent("seen")
    unmarked_from = int((right + 4) * pictures.ratio)
    unmarked = pictures.plain.rect().adjusted(unmarked_from, 0, 0, 0)
    assert unmarked.isValid()
    assert pictures.marked.copy(unmarked) == pictures.plain.copy(unmarked)
    assert left < right


def test_a_claim_is_filled(pictures: Pictures) -> None:
    fill, base = pictures.label("claim", "fill"), pictures.theme("base")
    gap = (pictures.extent("3,000")[1] + pictures.extent("Some 3,000 civilians")[1]) / 2
    assert alike(pictures.at(gap, pictures.y(-14)), fill)
    assert alike(pictures.at(gap, pictures.y(5.4)), fill)
    assert alike(pictures.at(gap, pictures.y(-16.2)), base)
    assert alike(pictures.at(gap, pictures.y(7.2)), base)
    filled = [alike(colour, fill) for colour in pictures.column(gap, -20, -13)]
    first = filled.index(True) / pictures.ratio
    assert -20 + first == pytest.approx(-15, abs=1)


def test_a_claim_has_two_ends(pictures: Pictures) -> None:
    cap, base = pictures.label("claim", "cap"), pictures.theme("base")
    left, right = pictures.extent("Some 3,000 civilians")
    for x, outside in ((left - 0.3, left - 2.2), (right + 0.3, right + 2.2)):
        assert alike(pictures.at(x, pictures.y(-9)), cap, within=40)
        assert alike(pictures.at(outside, pictures.y(-9)), base)
    assert not alike(pictures.at(left + 3, pictures.y(-14)), cap, within=30)


def test_a_figure_is_boxed(pictures: Pictures) -> None:
    stroke = pictures.label("figure", "stroke")
    left, right = pictures.extent("3,000")
    for below in (-14.7, 5.8):
        column = pictures.column(left + 0.75 * (right - left), below - 2, below + 2)
        place = min(range(len(column)), key=lambda number: far(column[number], stroke))
        assert far(column[place], stroke) < 30
        assert int(pictures.y(below - 2) * pictures.ratio) + place + 0.5 == pytest.approx(
            pictures.y(below) * pictures.ratio, abs=1.6
        )
    for x in (left - 1.25, right + 1.25):
        sides = [pictures.at(x + shift / pictures.ratio, pictures.y(3)) for shift in (-1, 0, 1)]
        assert min(far(colour, stroke) for colour in sides) < 90
    below_the_digits = pictures.at(left + 0.75 * (right - left), pictures.y(2.5))
    assert alike(below_the_digits, pictures.label("claim", "fill"), within=12)


def test_a_source_is_underlined(pictures: Pictures) -> None:
    stroke, base = pictures.label("source", "stroke"), pictures.theme("base")
    left, right = pictures.extent("rebels")
    for x in (left + 1, (left + right) / 2, right - 1):
        assert alike(pictures.at(x, pictures.y(5)), stroke, within=20)
        assert alike(pictures.at(x, pictures.y(2.6)), base)
        assert alike(pictures.at(x, pictures.y(7.4)), base)
    assert alike(pictures.at(left - 2, pictures.y(5)), base)
    assert alike(pictures.at(right + 1.5, pictures.y(5)), base)


def runs(pictures: Pictures, words: str, label: str, below: float) -> list[float]:
    """How long what is drawn along a line is, and what is left out, by turns; in logical pixels."""
    stroke, base = pictures.label(label, "stroke"), pictures.theme("base")
    left, right = pictures.extent(words)
    row = [far(colour, stroke) < far(colour, base) for colour in pictures.row(pictures.y(below), left, right)]
    row = row[row.index(True) :]
    return [len(list(group)) / pictures.ratio for _, group in groupby(row)]


def test_a_cue_is_dotted(pictures: Pictures) -> None:
    left, right = pictures.extent("said")
    found = runs(pictures, "said", "cue", 5)
    assert len(found) // 2 == pytest.approx((right - left) / 4, abs=1.5)
    assert all(length <= 3 for length in found)


def test_a_quote_is_dashed(pictures: Pictures) -> None:
    found = runs(pictures, "then were rowers", "quote", 5)
    dashes, gaps = found[0:-1:2], found[1:-1:2]
    assert dashes == [pytest.approx(6, abs=1.1)] * len(dashes)
    assert gaps == [pytest.approx(3, abs=1.1)] * len(gaps)
    assert len(dashes) > 8


def test_three_lanes_are_thinner_and_apart(pictures: Pictures) -> None:
    middle = pictures.extent("town")[0] + 1.5  # on the first dash
    for label, lane in (("quote", 0), ("source", 2)):
        below = 4.25 + 3.25 * lane
        column = pictures.column(middle, below - 1.6, below + 1.6)
        drawn = [number for number, colour in enumerate(column) if pictures.nearest(colour) == label]
        centre = int(pictures.y(below - 1.6) * pictures.ratio) + sum(drawn) / len(drawn) + 0.5
        assert centre / pictures.ratio == pytest.approx(pictures.y(below), abs=0.9)
        assert len(drawn) / pictures.ratio < 2.6
    assert any(length < 3 for length in runs(pictures, "more town", "cue", 7.5))


def test_an_unknown_label_is_a_grey_line(pictures: Pictures) -> None:
    left, right = pictures.extent("seen")
    stroke = pictures.label("mystery", "stroke")
    assert alike(pictures.at((left + right) / 2, pictures.y(5)), stroke, within=20)
    assert stroke.saturation() < 40


def test_the_selected_one_is_framed(pictures: Pictures) -> None:
    accent, base = pictures.theme("accent"), pictures.theme("base")
    left, right = pictures.extent("Some 3,000 civilians")
    for x in (left + 30, right - 30):
        for below in (-17.5, 8.5):
            assert alike(pictures.at(x, pictures.y(below), pictures.selected), accent, within=30)
            assert alike(pictures.at(x, pictures.y(below)), base)
    for x in (left - 3.5, right + 3.5):
        assert alike(pictures.at(x, pictures.y(-5), pictures.selected), accent, within=30)


def test_the_selected_one_has_grips(pictures: Pictures) -> None:
    accent = pictures.theme("accent")
    left, right = pictures.extent("Some 3,000 civilians")
    for x, below in ((left - 3.5, -17.5), (right + 3.5, 8.5)):
        for shift in (-2, 0, 2):
            assert alike(pictures.at(x + shift, pictures.y(below), pictures.selected), accent, within=30)


def test_badges_stand_beside_the_line(pictures: Pictures) -> None:
    wanted = {"claim", "figure", "source", "cue", "quote"}
    middle, found = pictures.y(-5), set()
    for step in range(int(5 * 17 * pictures.ratio)):
        x = pictures.facts["margin"] + 18 + step / pictures.ratio
        for label in wanted:
            if alike(pictures.at(x, middle - 6.5, pictures.whole), pictures.label(label, "tint"), within=2):
                found.add(label)
    assert found == wanted
