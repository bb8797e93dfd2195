"""Rows of a WebAnno TSV file, and the text put together from its sentences."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple, NoReturn

from annotator.interop.foreign.errors import ForeignError, line_place
from annotator.interop.formats.webanno_tsv.cells import plain
from annotator.interop.formats.webanno_tsv.header import FIRST_COLUMN, FORMAT_LINE
from annotator.storage.files.file_error import told
from annotator.translation.messages import N_, _

TEXT = "#Text="
OFFSETS = re.compile(r"([0-9]{1,9})-([0-9]{1,9})")
TOKEN = re.compile(r"[0-9]+-[0-9]+(?:\.[0-9]+)?")
LONGEST_TEXT = 64 * 1024 * 1024
NOT_TSV = N_("It is not WebAnno TSV 3: its first line is not “{line}”.")
NO_ROW = N_("{line} is no token of WebAnno TSV: number, offsets and words with tabs between.")
MISPLACED = N_("The offsets of {token} do not fit its sentence.")


class Row(NamedTuple):
    """A token: its number, as “1-2”, its ends in UTF-16 code units, and all cells of its line."""

    token: str
    start: int
    end: int
    cells: Sequence[str]


class SentenceReader:
    """Read the rows, and put the text together with the offsets that they have in it; ``place`` is the file's name."""

    def __init__(self, content: str, place: str) -> None:
        self._place = place
        self.lines = [line.removesuffix("\r") for line in content.removeprefix("\ufeff").split("\n")]
        if not self.lines[0].startswith(FORMAT_LINE):
            self._fail(_(NOT_TSV).format(line=f"{FORMAT_LINE}…"), 1)
        self.rows = [*self._rows()]

    def text(self) -> str:
        """Return the text; between sentences, whose distance alone is known, there is a newline and then blanks."""
        parts: list[str] = []
        length, sentence = 0, ""
        starts = dict(self._starts)
        for number, text in enumerate(self.lines, 1):
            if text.startswith(TEXT):
                said = plain_text(text.removeprefix(TEXT))
                sentence = f"{sentence}\n{said}" if sentence else said
            elif number in starts and sentence:
                start, word = starts[number]
                before = sentence.find(word)
                gap = start - length - _utf16(sentence[: max(before, 0)])
                if before < 0 or not 0 <= gap <= LONGEST_TEXT:
                    self._fail(_(MISPLACED).format(token=told(word)), number)
                parts += ["\n" + " " * (gap - 1) if gap and parts else " " * gap, sentence]
                length += gap + _utf16(sentence)
                sentence = ""
        return "".join(parts)

    def _rows(self) -> Iterator[Row]:
        self._starts: list[tuple[int, tuple[int, str]]] = []
        for number, line in enumerate(self.lines, 1):
            if not line.strip() or line.startswith("#"):
                continue
            cells = line.split("\t")
            match = OFFSETS.fullmatch(cells[1]) if len(cells) >= FIRST_COLUMN and TOKEN.fullmatch(cells[0]) else None
            if not match or int(match[1]) > int(match[2]):
                self._fail(_(NO_ROW).format(line=told(line)), number)
            row = Row(cells[0], int(match[1]), int(match[2]), cells)
            self._starts.append((number, (row.start, plain(cells[2]) or cells[2])))
            yield row

    def _fail(self, sentence: str, number: int) -> NoReturn:
        raise ForeignError(sentence, line_place(number, self._place), number)


def plain_text(text: str) -> str:
    """Return the text of a sentence without escapes; a form feed stands for a newline in it."""
    return (plain(text) if "\\" in text else text).replace("\f", "\n")


def _utf16(text: str) -> int:
    return len(text) + sum(sign > "\uffff" for sign in text)
