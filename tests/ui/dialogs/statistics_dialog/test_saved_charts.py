"""Charts as files and on paper, and their numbers as CSV."""

from __future__ import annotations

import csv
import xml.etree.ElementTree as Xml
from pathlib import Path

import pypdfium2
from PySide6.QtGui import QImage

from tests.support.program import Key
from tests.ui.dialogs.statistics_dialog.conftest import StatisticsPart


def saved(statistics: StatisticsPart, kind: str, target: Path) -> bytes:
    statistics.program.messages.target = str(target)
    statistics.trigger(f"statistics-{kind}")
    assert statistics.mark == f"Saved as {target.name}"
    return target.read_bytes()


def test_the_chart_with_the_keyboard_is_saved_as_a_picture(statistics: StatisticsPart, tmp_path: Path) -> None:
    statistics.press(Key.Key_Tab)
    svg = Xml.fromstring(saved(statistics, "svg", tmp_path / "v.svg"))
    assert svg.findtext("{http://www.w3.org/2000/svg}title") == "Verdicts"
    assert not QImage.fromData(saved(statistics, "png", tmp_path / "v.png")).isNull()
    assert statistics.program.messages.choices[-2:] == [
        (str(tmp_path / "verdicts.svg"), ".svg"),
        (str(tmp_path / "verdicts.png"), ".png"),
    ]


def test_all_charts_are_saved_as_pages(statistics: StatisticsPart, tmp_path: Path) -> None:
    assert len(pypdfium2.PdfDocument(saved(statistics, "pdf", tmp_path / "all.pdf"))) == len(statistics.cards)


def test_all_charts_are_printed_two_on_a_page(statistics: StatisticsPart) -> None:
    statistics.trigger("statistics-print")
    ((title, data),) = statistics.program.messages.printed
    assert title == "Statistics"
    assert len(pypdfium2.PdfDocument(data.encode("latin-1"))) == (len(statistics.cards) + 1) // 2


def test_the_numbers_are_saved_as_csv(statistics: StatisticsPart, tmp_path: Path) -> None:
    statistics.program.messages.target = str(tmp_path / "n.csv")
    statistics.click("statisticsNumbers")
    with (tmp_path / "n.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = [*csv.DictReader(file)]
    assert [(row["row"], row["annotations"]) for row in rows if row["chart"] == "labels"] == [
        ("claim", "3"),
        ("figure", "3"),
        ("source", "2"),
    ]


def test_a_file_that_is_there_is_replaced_only_if_the_user_agrees(statistics: StatisticsPart, tmp_path: Path) -> None:
    there = tmp_path / "n.csv"
    there.write_text("mine", "utf-8")
    statistics.program.messages.target, statistics.program.messages.answer = str(there), "Cancel"
    statistics.click("statisticsNumbers")
    assert there.read_text("utf-8") == "mine"
    statistics.program.messages.answer = "Replace"
    statistics.click("statisticsNumbers")
    assert "labels" in there.read_text("utf-8")


def test_what_cannot_be_written_is_told(statistics: StatisticsPart, tmp_path: Path) -> None:
    statistics.program.messages.target = str(tmp_path / "nowhere" / "n.csv")
    statistics.click("statisticsNumbers")
    assert statistics.program.messages.told[-1][0] == "Statistics"
