"""Settling of a paragraph: signs become plain text, corrections, and places of comments, links and notes."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import NamedTuple

from annotator.interop.articles.inline.inlay import NO_INLAY, HungPlace, Inlay
from annotator.interop.articles.inline.levels import BEFORE, IS_RAISED, SLASH, fraction, lowered, mark, raised
from annotator.interop.articles.inline.replaced import Changes
from annotator.interop.articles.inline.signs import (
    DELETED,
    DELETED_END,
    FROM,
    INSERTED,
    INSERTED_END,
    LOWERED,
    LOWERED_END,
    MARK,
    MARK_END,
    MOVED,
    MOVED_END,
    RAISED,
    RAISED_END,
    SIGN,
    STRAY,
    TO,
    number_in,
)

OPENINGS = {RAISED: RAISED_END, LOWERED: LOWERED_END, MARK: MARK_END, DELETED: DELETED_END}
ENDS = frozenset(OPENINGS.values())
SEAM = re.compile(f"{RAISED_END}{RAISED}|{LOWERED_END}{LOWERED}|{DELETED_END}{DELETED}(?![\ufde0-\ufde9])")
"""Seam between two pieces of one kind, as programs divide a raised “12” into two; tracked changes stay apart."""

DEEPEST = 20
BLANK = " \t\n"
NORMAL = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")


class Settled(NamedTuple):
    """Plain text and what belongs to places of it."""

    text: str
    inlay: Inlay = NO_INLAY


def settled(text: str) -> Settled:
    """Return the paragraph as plain text without blanks at its ends, and what its signs said."""
    if text.isascii() or not STRAY.search(text):
        return Settled(text)
    return _Settling(SEAM.sub("", text)).result()


@dataclass(slots=True)
class _Frame:
    """An open sign: where its text begins, in pieces, in code points and in places; the number of its change."""

    sign: str
    piece: int
    at: int
    place: int
    change: int | None = None


class _Settling:
    """Read a paragraph from sign to sign."""

    def __init__(self, text: str) -> None:
        self._pieces: list[str] = []
        self._length = 0
        self._frames: list[_Frame] = []
        self._places: list[HungPlace] = []
        self._changes = Changes()
        self._levels = self._set_apart = 0
        self._after_cut = False
        self._text = text

    def result(self) -> Settled:
        position = 0
        for found in SIGN.finditer(self._text):
            self._add_words(self._text[position : found.start()])
            self._read(found[0])
            position = found.end()
        self._add_words(self._text[position:])
        while self._frames:
            self._close()
        return self._trimmed("".join(self._pieces))

    def _trimmed(self, text: str) -> Settled:
        short = text.strip()
        before = len(text) - len(text.lstrip())

        def placed(at: int) -> int:
            return min(max(at - before, 0), len(short))

        corrections = tuple(self._changes.corrections(text, placed))
        places = tuple(HungPlace(one.number, placed(one.at), one.is_start) for one in self._places)
        return Settled(short, Inlay(tuple(corrections), places, self._levels, self._set_apart))

    def _read(self, sign: str) -> None:
        kind, number = sign[0], number_in(sign)
        if kind in OPENINGS:
            if len(self._frames) < DEEPEST:
                self._frames.append(_Frame(kind, len(self._pieces), self._length, len(self._places), number))
        elif kind in ENDS:
            if self._frames and OPENINGS[self._frames[-1].sign] == kind:
                self._close()
        elif kind in (INSERTED, MOVED):
            self._changes.insertion_begins(self._length, number)
        elif kind in (INSERTED_END, MOVED_END):
            self._changes.insertion_ends(self._length, is_moved=kind == MOVED_END)
        elif number is not None and kind in (FROM, TO):
            self._places.append(HungPlace(number, self._length, kind == FROM))

    def _add_words(self, words: str) -> None:
        """Append words; of two blanks that meet where something was cut out, one stays."""
        if self._after_cut and words and not self._frames:
            if words[0] in BLANK and (self._before()[-1:] or " ") in BLANK:
                words = words[1:]
            self._after_cut = False
        self._add(words)

    def _add(self, words: str) -> None:
        if words:
            self._pieces.append(words)
            self._length += len(words)

    def _close(self) -> None:
        frame = self._frames.pop()
        words = "".join(self._pieces[frame.piece :])
        del self._pieces[frame.piece :]
        self._length = frame.at
        if frame.sign == DELETED:
            self._cut(words, frame.change)
        else:
            self._put(frame.sign, words)
        self._hold_places(frame)

    def _cut(self, words: str, change: int | None) -> None:
        if any(frame.sign == DELETED for frame in self._frames):
            self._add(words)  # the deletion around it takes it out
            return
        self._changes.cut_back(self._length)
        self._changes.deletion(self._length, words, change)
        self._after_cut = True

    def _put(self, sign: str, words: str) -> None:
        before = self._before()
        if not words.strip():
            shown = words
        elif sign == LOWERED:
            shown = self._lowered(words, before)
        else:
            shown = (mark if sign == MARK else raised)(words, before)
            self._set_apart += before[-1:].isdigit() and shown[:1] == " " != words[:1]
        self._levels += shown != words and any(char.isdigit() for char in words)
        self._add(shown)

    def _lowered(self, words: str, before: str) -> str:
        """Return lowered text; a raised number, a stroke and a lowered one are taken together as a fraction."""
        stroke = self._pieces[-1] if self._pieces else ""
        above = self._pieces[-2] if len(self._pieces) > 1 else ""
        if not (SLASH.fullmatch(stroke) and IS_RAISED.fullmatch(above.strip()) and words.strip().isdecimal()):
            return lowered(words, before)
        self._set_apart -= above[:1] == " "
        self._levels -= 1
        del self._pieces[-2:]
        self._length -= len(stroke) + len(above)
        whole = fraction(above.strip().translate(NORMAL), words.strip())
        return f" {whole}" if len(whole) > 1 and self._before()[-1:].isdigit() else whole

    def _hold_places(self, frame: _Frame) -> None:
        """Move the places within the frame to its ends."""
        self._places[frame.place :] = [
            HungPlace(one.number, frame.at if one.is_start else self._length, one.is_start)
            for one in self._places[frame.place :]
        ]

    def _before(self) -> str:
        """Return the last code points so far."""
        found = ""
        for piece in reversed(self._pieces):
            found = piece[-BEFORE:] + found
            if len(found) >= BEFORE:
                break
        return found
