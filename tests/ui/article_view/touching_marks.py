"""Counts the pixels of letters that marks touch, as a process of its own so that the screen can have any scale.

``python -m tests.ui.article_view.touching_marks THEME KIND`` writes a count for each size of the type, as JSON.
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterator

from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from tests.support.reading import Mark, Reader, made_reader

CLAIMS = (
    "He said “Thousands left, failed.” and (Édl jgpy), dd; ff: and “gg”.\n\n"
    "قال الرئيس إن المدينة، غادرت ثم. وقع في (البيت).\n\n"
    "הם אמרו: שלום. כן."
)
CLAIMED = (
    *("Thousands left, failed", "Édl jgpy", "dd", "ff", "gg"),
    *("الرئيس", "المدينة", "غادرت ثم", "البيت", "שלום", "כן"),
)
FIGURES = "In all dlkb 3,000 lkdT then QJgpy (1,204) ABCDEF bdfhklt; in between."
FIGURED = ("dlkb 3,000 lkdT", "QJgpy (1,204) ABCDEF bdfhklt;")
SIZES = (13, 17, 20, 51)
INK, MARK = 90, 60
"""Differences of grey from the ground at which a pixel counts as a letter's, and from the letters as a mark's."""


def touching(reader: Reader, text: str, marks: list[Mark], inset: int) -> int:
    """Letters' pixels beside or under a mark, all but those within ``inset`` of the sides of the words."""
    plain, marked = (_grey(reader, text, chosen) for chosen in ([], marks))
    width, ground = plain.width(), plain.pixelColor(0, 0).red()
    before, after = _greys(plain), _greys(marked)
    ratio = reader.view.devicePixelRatioF()
    sides = [x * ratio for _, words in marks for x in reader.extent(words)] if inset else []
    painted = bytearray(len(before))
    for at in _unlike(before, after):
        painted[at] = abs(before[at] - after[at]) > MARK
    letters = before.translate(bytes(abs(grey - ground) > INK for grey in range(256)))
    touched = (int.from_bytes(letters) & _around(bytes(painted), width)).to_bytes(len(before))
    places = (match.start() for match in re.finditer(rb"\x01", touched))
    return sum(all(abs(at % width - side) > inset * ratio for side in sides) for at in places)


def _around(painted: bytes, width: int) -> int:
    """Return the pixels that are painted and the eight around each, a byte for each, without a look at each byte."""
    pixels = int.from_bytes(painted)
    in_rows = pixels | pixels << 8 | pixels >> 8
    return in_rows | in_rows << 8 * width | in_rows >> 8 * width


def _unlike(one: bytes, other: bytes) -> Iterator[int]:
    """Yield where the two differ, without a look at each byte in Python."""
    differences = (int.from_bytes(one) ^ int.from_bytes(other)).to_bytes(len(one))
    return (match.start() for match in re.finditer(rb"[^\0]", differences))


def _grey(reader: Reader, text: str, marks: list[Mark]) -> QImage:
    reader.open(text, marks)
    QApplication.processEvents()
    return reader.picture().convertToFormat(QImage.Format.Format_Grayscale8)


def _greys(image: QImage) -> bytes:
    """A byte for each pixel, without those that fill up the rows in memory."""
    memory, row = bytes(image.constBits()), image.bytesPerLine()
    return b"".join(memory[row * y : row * y + image.width()] for y in range(image.height()))


def counted(theme: str, kind: str) -> dict[int, int]:
    """Return how many pixels are touched at each size of the type."""
    text, words, inset = (CLAIMS, CLAIMED, 0) if kind == "claim" else (FIGURES, FIGURED, 4)
    counts = {}
    for pixels in SIZES:
        reader = made_reader(width=50 * pixels + 120, height=18 * pixels, pixels=pixels, theme=theme)
        reader.view.setCursorWidth(0)  # it blinks
        counts[pixels] = touching(reader, text, [(kind, each) for each in words], inset)
        reader.view.close()
    return counts


def main(*asked: str) -> None:
    """Write what is counted for each ``theme-kind`` that is asked for."""
    application = QApplication([])
    counts = {each: counted(*each.split("-")) for each in asked}
    application.quit()
    sys.stdout.write(json.dumps(counts))


if __name__ == "__main__":
    main(*sys.argv[1:])
