"""Running text of RTF: the purpose, encoding and visibility of each group."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

from annotator.interop.articles.cleaning import Cleaner
from annotator.interop.articles.counting import Thing
from annotator.interop.articles.inline.signs import RAISED, begins, ends
from annotator.interop.articles.kinds.rtf import words
from annotator.interop.articles.kinds.rtf.fonts import PICTURES, RtfFonts
from annotator.interop.articles.kinds.rtf.groups import (
    COMMENT,
    CREATED,
    EDGE,
    FIELD,
    FONTS,
    NOTE,
    NOTHING,
    REVISERS,
    RUNNING,
    TARGETS,
    TEXT,
    Group,
)
from annotator.interop.articles.kinds.rtf.layout import Layout
from annotator.interop.articles.kinds.rtf.notes import Comments, Notes
from annotator.interop.articles.kinds.rtf.revisions import Revisions
from annotator.interop.articles.kinds.rtf.tokens import Token
from annotator.interop.articles.margin.field_links import field_target
from annotator.interop.articles.margin.margin import Margin


class RtfText:
    """Interpret tokens one by one; results are in ``layout``, ``notes``, ``margin``, ``about`` and ``counts``."""

    def __init__(self) -> None:
        self.cleaner = Cleaner()
        self.layout = Layout(self.cleaner)
        self.margin = Margin()
        self.notes = Notes(self.cleaner, self.margin)
        self.comments = Comments(self.cleaner, self.margin)
        self.revisions = Revisions(self.cleaner, self.margin)
        self.about: dict[str, str] = {}
        self.counts: Counter[Thing] = Counter()
        self.has_edges = False
        self._fonts = RtfFonts()
        self._group = Group()
        self._groups: list[Group] = []
        self._is_starred = False
        self._to_skip = 0
        self._bytes = bytearray()
        self._last_hidden: Thing | None = None
        self._is_after_raised = False
        self._field = ""

    @property
    def is_open(self) -> bool:
        """True while the group that contains the document is open."""
        return bool(self._groups)

    def read(self, token: Token) -> None:
        """Process the next token."""
        if token.raw:
            self._read_raw(token.raw)
            return
        self._write_bytes()
        if token.brace:
            self._read_brace(token.brace)
        elif self._to_skip:
            self._to_skip -= 1
        elif token.symbol:
            self._read_symbol(token.symbol)
        else:
            self._read_word(token.word, token.number)

    def finish(self) -> None:
        """Write pending bytes and end what is open."""
        self._write_bytes()
        self.layout.finish()

    def _read_raw(self, raw: bytes) -> None:
        """Buffer bytes until all bytes of a character are there."""
        passed = min(self._to_skip, len(raw))
        self._to_skip -= passed
        self._bytes += raw[passed:]

    def _write_bytes(self) -> None:
        data, self._bytes = bytes(self._bytes), bytearray()
        codec = self._fonts.codec_of(self._group.font)
        if codec != PICTURES:
            self._write(data.decode(codec, "replace"))
        elif self._group.target in RUNNING:
            self.counts["symbol"] += len(data)

    def _read_brace(self, brace: str) -> None:
        self._is_starred, self._to_skip = False, 0
        if brace == "{":
            self._groups.append(self._group)
        elif self._groups:
            ended, self._group = self._group, self._groups.pop()
            if ended.target != self._group.target:
                self._end_target(ended.target)
            if ended.link is not None and ended.link != self._group.link:
                self._layout.put_sign(ends(ended.link))

    def _end_target(self, target: str) -> None:
        """End a comment, or the place of one, and put the sign of the place into the text."""
        if target in ("atrfstart", "atrfend"):
            self._layout.put_sign(self.comments.place(target))
        elif target == COMMENT:
            self.layout.put_sign(self.comments.end())

    def _read_symbol(self, symbol: str) -> None:
        self._is_starred = symbol == "*"
        if symbol in words.NEWLINES:
            self._end("par")
        else:
            self._write(words.SYMBOLS.get(symbol, ""))

    def _read_word(self, word: str, number: int | None) -> None:
        is_starred, self._is_starred = self._is_starred, False
        if self._group.target == NOTHING:
            return
        if is_starred or word in TARGETS:
            self._begin(word)
        elif word in words.CHARACTERS:
            self._write(words.CHARACTERS[word])
        elif word in words.ENDS:
            self._end(word)
        elif word == "fldrslt":
            self._begin_link()
        else:
            self._set(word, number)

    def _begin(self, word: str) -> None:
        """Give the group another target than the running text."""
        target = TARGETS.get(word, NOTHING)
        if word in words.COUNTED and self._group.target in RUNNING:
            self.counts[words.COUNTED[word]] += 1
        elif word in words.BULLETS:
            self._layout.put_bullet()
        elif target in (NOTE, COMMENT):
            target = self._begin_note(target)
        group = Group(target, skip=self._group.skip) if target in RUNNING else replace(self._group, target=target)
        self._group = group

    def _begin_note(self, target: str) -> str:
        """Begin a note or a comment; return the target, which is nothing where the text itself is none."""
        group = self._group
        if group.target != TEXT or group.hidden or group.is_deleted:
            return NOTHING
        if target == NOTE and not self.notes.has_room:
            self.counts["footnote"] += 1
            return NOTHING
        if target == NOTE:
            self.layout.put_sign(self.notes.begin(has_own_mark=self._is_after_raised))
        return target

    @property
    def _layout(self) -> Layout:
        """Layout that the group's text belongs to."""
        target = self._group.target
        return self.notes.layout if target == NOTE else self.comments.layout if target == COMMENT else self.layout

    def _end(self, word: str) -> None:
        group = self._group
        if group.target not in RUNNING or group.hidden:
            return
        if group.is_deleted:
            self._layout.write(" ", group.signs(self.revisions.change))
        else:
            self._layout.end(word)

    def _set(self, word: str, number: int | None) -> None:
        match word:
            case "u" if number is not None:
                self._write(chr(number % 0x10000 if number < 0 else min(number, 0x10FFFF)))
                self._to_skip = self._group.skip
            case "uc" if number is not None:
                self._group = replace(self._group, skip=max(0, min(number, 9)))
            case "f" | "fcharset" | "cpg" if self._group.target == FONTS:
                self._fonts.describe(word, number)
            case "f":
                self._group = replace(self._group, font=number)
            case "plain":
                self._group = self._group.plain()
            case "chftn":
                self._write_mark()
            case "intbl" | "pard" if self._group.target in RUNNING:
                self._layout.in_table = word == "intbl"
            case "yr" | "mo" | "dy" if self._group.target == CREATED and number is not None:
                self._write(f"-{number:02}" if word != "yr" else f"{number:04}")
            case _ if (looking := self._group.looking(word, number)) is not self._group:
                self._group = looking
            case _:
                self._fonts.set(word, number)

    def _begin_link(self) -> None:
        """Begin the words of a field, which are a link where its instruction says so."""
        target, self._field = field_target(self._field), ""
        if target and self._group.target == NOTE:
            self.notes.add_link(target)
        elif target and self._group.target == TEXT and (number := self.margin.link(target)) is not None:
            self.layout.put_sign(begins(number))
            self._group = replace(self._group, link=number)

    def _write_mark(self) -> None:
        """Write the mark of the note that follows; before the note itself it is put by its number."""
        if self._group.target == TEXT and not self._group.hidden and not self._group.is_deleted:
            self.layout.put_sign(self.notes.mark())

    def _write(self, text: str) -> None:
        """Append the text to the group's target."""
        group = self._group
        if not text or group.target in (NOTHING, FONTS):
            return
        if group.target == EDGE:
            self.has_edges = self.has_edges or not text.isspace()
        elif group.target in words.OF_COMMENTS:
            self.comments.say(group.target, text)
        elif group.target == REVISERS:
            self.revisions.name(text)
        elif group.target == FIELD:
            self._field += text
        elif group.target not in RUNNING:
            self.about[group.target] = self.about.get(group.target, "") + text
        else:
            self._write_running(text)

    def _write_running(self, text: str) -> None:
        group = self._group
        if group.hidden and group.hidden != self._last_hidden:
            self.counts[group.hidden] += 1
        self._last_hidden = group.hidden
        if not group.hidden:
            self._layout.write(text, group.signs(self.revisions.change))
            self._is_after_raised = group.target == TEXT and group.level == RAISED
