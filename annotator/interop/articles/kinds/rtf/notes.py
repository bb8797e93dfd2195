"""Footnotes and comments of RTF, collected while the text is read."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from annotator.interop.articles.blocks import Block
from annotator.interop.articles.cleaning import Cleaner
from annotator.interop.articles.comments import MOST_COMMENTS, Comment
from annotator.interop.articles.footnotes import note_blocks, note_sign
from annotator.interop.articles.inline.signs import comment_begins, comment_ends
from annotator.interop.articles.kinds.rtf.layout import Layout, with_joined_surrogates

LONGEST_NUMBER = 10
MOST_NOTES = 20_000


class Notes:
    """Footnotes and endnotes with their marks, which programs count and do not write."""

    def __init__(self, cleaner: Cleaner) -> None:
        self._cleaner = cleaner
        self._found: list[Layout] = []
        self._marks: list[str] = []
        self._is_marked = False

    @property
    def count(self) -> int:
        """Number of notes so far."""
        return len(self._found)

    @property
    def has_room(self) -> bool:
        """Return whether another note can be kept."""
        return len(self._found) < MOST_NOTES

    @property
    def layout(self) -> Layout:
        """Text of the note that is being read."""
        return self._found[-1]

    def mark(self) -> str:
        """Return the sign of the mark of the next note, which the text has by itself."""
        self._is_marked = True
        return note_sign(str(len(self._found) + 1))

    def begin(self, *, has_own_mark: bool) -> str:
        """Begin a note; return the sign of its mark unless the text has one."""
        self._found.append(Layout(self._cleaner))
        self._marks.append("" if has_own_mark and not self._is_marked else str(len(self._found)))
        is_marked, self._is_marked = self._is_marked or has_own_mark, False
        return "" if is_marked else note_sign(self._marks[-1])

    def blocks(self) -> Iterator[Block]:
        """Yield the notes, each behind its mark."""
        for mark, layout in zip(self._marks, self._found, strict=True):
            layout.finish()
            yield from note_blocks(mark, layout.blocks)


class Comments:
    """Comments with the signs of their places; ids tie the places in the text to the comments that follow."""

    def __init__(self, cleaner: Cleaner) -> None:
        self.found: dict[int, Comment] = {}
        self._cleaner = cleaner
        self._numbers: dict[str, int] = {}
        self._said: dict[str, str] = {}
        self._layout = Layout(cleaner)
        self._next = 0

    @property
    def layout(self) -> Layout:
        """Text of the comment that is being read."""
        return self._layout

    def say(self, word: str, text: str) -> None:
        """Note what the file says of the comment: its author, its time, the id of its place."""
        self._said[word] = self._said.get(word, "") + text

    def place(self, word: str) -> str:
        """Return the sign of the place that has just been said, where a comment begins or ends."""
        id = self._said.pop(word, "").strip()
        if len(self._numbers) >= MOST_COMMENTS:
            return ""
        if word == "atrfstart":
            self._numbers[id] = self._new()
            return comment_begins(self._numbers[id])
        return comment_ends(self._numbers[id]) if id in self._numbers else ""

    def end(self) -> str:
        """End a comment; return the signs of its place where it has none in the text."""
        self._layout.finish()
        text = "\n".join(block.text for block in self._layout.blocks if block.text)
        said, self._said, self._layout = self._said, {}, Layout(self._cleaner)
        number, place = self._numbers.get(said.get("atnref", "").strip()), ""
        if number is None:
            number = self._new()
            place = comment_begins(number) + comment_ends(number)
        if len(self.found) < MOST_COMMENTS:
            writer = with_joined_surrogates(said.get("atnauthor", "") or said.get("atnid", ""))
            self.found[number] = Comment(self._cleaner.clean(writer).strip(), _time(said.get("atndate", "")), text)
        return place

    def _new(self) -> int:
        self._next += 1
        return self._next


def _time(packed: str) -> str:
    """Return the time that RTF packs into the bits of a number; empty where it is none."""
    packed = packed.strip()[:LONGEST_NUMBER]
    bits = int(packed) if packed.isdecimal() else 0
    year, month, day = 1900 + (bits >> 20 & 0x1FF), bits >> 16 & 0xF, bits >> 11 & 0x1F
    try:
        return datetime(year, month, day, bits >> 6 & 0x1F, bits & 0x3F).isoformat() if bits else ""
    except ValueError:
        return ""
