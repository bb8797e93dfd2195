"""Footnotes and comments of RTF, collected while the text is read."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from annotator.interop.articles.blocks import Block
from annotator.interop.articles.cleaning import Cleaner
from annotator.interop.articles.footnotes import note_blocks, note_sign
from annotator.interop.articles.inline.levels import mark as shown_mark
from annotator.interop.articles.inline.signs import begins, ends
from annotator.interop.articles.kinds.rtf.layout import Layout, with_joined_surrogates
from annotator.interop.articles.margin.margin import MOST_COMMENTS, Comment, Footnote, Margin

LONGEST_NUMBER = 10
MOST_NOTES = 20_000


class Notes:
    """Footnotes and endnotes with their marks, which programs count and do not write."""

    def __init__(self, cleaner: Cleaner, margin: Margin) -> None:
        self._cleaner = cleaner
        self._margin = margin
        self._found: list[Layout] = []
        self._marks: list[str] = []
        self._numbers: list[int] = []
        self._links: list[list[str]] = []
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
        return self._signed(str(len(self._found) + 1), len(self._found))

    def begin(self, *, has_own_mark: bool) -> str:
        """Begin a note; return the signs of its mark, or only those of its place where the text has a mark."""
        self._found.append(Layout(self._cleaner))
        self._links.append([])
        self._marks.append("" if has_own_mark and not self._is_marked else str(len(self._found)))
        is_marked, self._is_marked = self._is_marked or has_own_mark, False
        at = len(self._found) - 1
        if not is_marked:
            return self._signed(self._marks[-1], at)
        if len(self._numbers) > at:
            return ""
        number = self._number(at)
        return begins(number) + ends(number)

    def add_link(self, target: str) -> None:
        """Note a link in the note that is being read."""
        self._links[-1].append(target)

    def _signed(self, mark: str, at: int) -> str:
        number = self._number(at)
        return begins(number) + note_sign(mark) + ends(number)

    def _number(self, at: int) -> int:
        """Return the number in the signs of the note at that place in their row."""
        if len(self._numbers) <= at:
            self._numbers.append(self._margin.new_number())
        return self._numbers[at]

    def blocks(self) -> Iterator[Block]:
        """Yield the notes, each behind its mark; the margin gets them with their links."""
        for at, (mark, layout) in enumerate(zip(self._marks, self._found, strict=True)):
            layout.finish()
            text = " ".join(block.text for block in layout.blocks if block.text)
            self._margin.notes[self._number(at)] = Footnote(
                shown_mark(mark, ""), text, (*dict.fromkeys(self._links[at]),)
            )
            yield from note_blocks(mark, layout.blocks)


class Comments:
    """Comments with the signs of their places; ids tie the places in the text to the comments that follow."""

    def __init__(self, cleaner: Cleaner, margin: Margin) -> None:
        self._margin = margin
        self._cleaner = cleaner
        self._numbers: dict[str, int] = {}
        self._said: dict[str, str] = {}
        self._layout = Layout(cleaner)

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
            self._numbers[id] = self._margin.new_number()
            return begins(self._numbers[id])
        return ends(self._numbers[id]) if id in self._numbers else ""

    def end(self) -> str:
        """End a comment; return the signs of its place where it has none in the text."""
        self._layout.finish()
        text = "\n".join(block.text for block in self._layout.blocks if block.text)
        said, self._said, self._layout = self._said, {}, Layout(self._cleaner)
        number, place = self._numbers.get(said.get("atnref", "").strip()), ""
        if number is None:
            number = self._margin.new_number()
            place = begins(number) + ends(number)
        writer = with_joined_surrogates(said.get("atnauthor", "") or said.get("atnid", ""))
        packed = said.get("atndate", "").strip()[:LONGEST_NUMBER]
        time = time_of(int(packed) if packed.isdecimal() else 0)
        comment = Comment(self._cleaner.clean(writer).strip(), time, text)
        if len(self._margin.comments) >= MOST_COMMENTS:
            self._margin.lost.append(comment)
            return ""
        self._margin.comments[number] = comment
        return place


def time_of(bits: int) -> str:
    """Return the time that RTF packs into the bits of a number; empty where it is none."""
    year, month, day = 1900 + (bits >> 20 & 0x1FF), bits >> 16 & 0xF, bits >> 11 & 0x1F
    try:
        return datetime(year, month, day, bits >> 6 & 0x1F, bits & 0x3F).isoformat() if bits else ""
    except ValueError:
        return ""
