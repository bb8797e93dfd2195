"""Assembly of paragraphs and tables from a stream of RTF text and marks."""

from __future__ import annotations

import re

from annotator.interop.articles.blocks import Block, paragraph, rows
from annotator.interop.articles.cleaning import Cleaner
from annotator.interop.articles.inline.signs import ENDS, without_signs

PAIR = re.compile("[\ud800-\udbff][\udc00-\udfff]")


def with_joined_surrogates(text: str) -> str:
    """Join surrogate pairs, as which RTF writes emoji and other characters beyond the Basic Multilingual Plane."""
    return PAIR.sub(lambda pair: pair[0].encode("utf-16", "surrogatepass").decode("utf-16"), text)


class Layout:
    """Collect text into ``blocks``; ``listed`` counts the paragraphs with a bullet or a number."""

    def __init__(self, cleaner: Cleaner) -> None:
        self.blocks: list[Block] = []
        self.listed = 0
        self.in_table = False
        self._cleaner = cleaner
        self._runs: list[tuple[tuple[str, ...], list[str]]] = []
        self._cells: list[str] = []
        self._rows: list[list[str]] = []
        self._has_bullet = False

    def write(self, text: str, signs: tuple[str, ...] = ()) -> None:
        """Append text between these signs."""
        self._append(signs, without_signs(text))

    def put_sign(self, sign: str) -> None:
        """Append a sign, or text that has signs already."""
        self._append((), sign)

    def put_bullet(self) -> None:
        self._has_bullet = True

    def end(self, word: str) -> None:
        """End a “cell” or a “row”; any other word ends a paragraph."""
        if word == "cell":
            self._cells.append(self._take_text())
        elif word == "row":
            self._rows.append(self._cells)
            self._cells = []
        elif self.in_table:
            self._append((), "\n")
        else:
            self._end_paragraph()

    def finish(self) -> None:
        """End the open row and paragraph."""
        self.in_table = False
        if self._cells:
            self.end("row")
        self._end_paragraph()

    def _end_paragraph(self) -> None:
        self.blocks.append(rows(self._rows))
        self._rows = []
        block = paragraph(self._take_text())
        self.listed += self._has_bullet and bool(block.text)
        self._has_bullet = False
        self.blocks.append(block)

    def _append(self, signs: tuple[str, ...], text: str) -> None:
        """Append text to the last run if it has the same signs, so that surrogates meet."""
        if self._runs and self._runs[-1][0] == signs:
            self._runs[-1][1].append(text)
        else:
            self._runs.append((signs, [text]))

    def _take_text(self) -> str:
        runs, self._runs = self._runs, []
        text = ""
        for signs, pieces in runs:
            words = self._cleaner.clean(with_joined_surrogates("".join(pieces)))
            text += "".join(signs) + words + "".join(ENDS[sign[0]] for sign in reversed(signs))
        return text
