"""Paints an article with and without marks, as a process of its own so that the screen can have any scale.

``python pictures_of_marks.py FOLDER THEME…`` writes the pictures of each theme into a folder of its name there, and
where everything stands as JSON.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

from PySide6.QtWidgets import QApplication

from tests.support.reading import Reader, made_reader

TEXT = "Some 3,000 civilians and rebels said then were rowers now, ever more town men are seen."
MARKS = (
    ("claim", "Some 3,000 civilians"),
    ("figure", "3,000"),
    ("source", "rebels"),
    ("cue", "said"),
    ("quote", "then were rowers"),
    ("source", "ever more town men"),
    ("cue", "more town"),
    ("quote", "town"),
    ("mystery", "seen"),
)
COLOURS = ("fill", "cap", "stroke", "tint")


def facts(reader: Reader) -> dict[str, object]:
    """Where the words stand, and what the theme says."""
    theme, beside = reader.look.theme, reader.view.viewport().geometry()
    return {
        "ratio": reader.view.devicePixelRatioF(),
        "baseline": reader.baseline(0),
        "unit": reader.view.measure.unit,
        "margin": beside.right() + 1 - reader.view.measure.side,
        "extents": {words: reader.extent(words) for _, words in MARKS},
        "theme": {name: getattr(theme, name).name() for name in ("base", "text", "accent")},
        "labels": {
            label: {
                name: reader.colour(label, name).name(reader.colour(label, name).NameFormat.HexArgb) for name in COLOURS
            }
            for label, _ in MARKS
        },
    }


def paint(folder: Path, theme: str) -> None:
    reader = made_reader(width=1100, height=200, characters=110, theme=theme)
    reader.view.clearFocus()
    for name, marks in (("plain", ()), ("marked", MARKS)):
        reader.open(TEXT, marks)
        QApplication.processEvents()
        reader.picture().save(str(folder / f"{name}.png"))
    reader.view.grab().toImage().save(str(folder / "whole.png"))
    reader.session.select("a0")
    QApplication.processEvents()
    reader.picture().save(str(folder / "selected.png"))
    (folder / "facts.json").write_text(json.dumps(facts(reader)), "utf-8")
    reader.view.close()


def main(folder: Path, themes: list[str]) -> None:
    application = QApplication([])
    for theme in themes:
        (folder / theme).mkdir()
        paint(folder / theme, theme)
    application.quit()


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2:])
