"""Running text of RTF: the purpose, encoding and visibility of each group."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, replace

from annotator.interop.articles.counting import Thing
from annotator.interop.articles.kinds.rtf import words
from annotator.interop.articles.kinds.rtf.fonts import PICTURES, RtfFonts
from annotator.interop.articles.kinds.rtf.layout import Layout
from annotator.interop.articles.kinds.rtf.tokens import Token

TEXT, NOTHING, FONTS, EDGE, TITLE, AUTHOR, CREATED = "text", "nothing", "fonts", "edge", "title", "author", "created"
TARGETS = {
    **dict.fromkeys([*words.SKIPPED, *words.BULLETS, *words.COUNTED], NOTHING),
    **dict.fromkeys(words.EDGES, EDGE),
    "fonttbl": FONTS,
    "title": TITLE,
    "author": AUTHOR,
    "creatim": CREATED,
}
HIDING: Mapping[str, Thing] = {"v": "hidden passage", "deleted": "tracked deletion"}


@dataclass(frozen=True, slots=True)
class Group:
    """State that is local to a group; ``hidden`` is the kind under which invisible text is counted, if it is."""

    target: str = TEXT
    font: int | None = None
    skip: int = 1
    hidden: Thing | None = None


class RtfText:
    """Interpret tokens one by one; results are in ``layout``, ``about`` and ``counts``."""

    def __init__(self) -> None:
        self.layout = Layout()
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
        elif self._group.target == TEXT:
            self.counts["symbol"] += len(data)

    def _read_brace(self, brace: str) -> None:
        self._is_starred, self._to_skip = False, 0
        if brace == "{":
            self._groups.append(self._group)
        elif self._groups:
            self._group = self._groups.pop()

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
        else:
            self._set(word, number)

    def _begin(self, word: str) -> None:
        """Give the group another target than the running text."""
        if word in words.COUNTED and self._group.target == TEXT:
            self.counts[words.COUNTED[word]] += 1
        elif word in words.BULLETS:
            self.layout.put_bullet()
        self._group = replace(self._group, target=TARGETS.get(word, NOTHING))

    def _end(self, word: str) -> None:
        if self._group.target == TEXT and not self._group.hidden:
            self.layout.end(word)

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
                self._group = replace(self._group, font=None, hidden=None)
            case "v" | "deleted":
                self._group = replace(self._group, hidden=None if number == 0 else HIDING[word])
            case "intbl" | "pard" if self._group.target == TEXT:
                self.layout.in_table = word == "intbl"
            case "yr" | "mo" | "dy" if self._group.target == CREATED and number is not None:
                self._write(f"-{number:02}" if word != "yr" else f"{number:04}")
            case _:
                self._fonts.set(word, number)

    def _write(self, text: str) -> None:
        """Append the text to the group's target."""
        group = self._group
        if not text or group.target in (NOTHING, FONTS):
            return
        if group.target == EDGE:
            self.has_edges = self.has_edges or not text.isspace()
        elif group.target != TEXT:
            self.about[group.target] = self.about.get(group.target, "") + text
        else:
            if group.hidden and group.hidden != self._last_hidden:
                self.counts[group.hidden] += 1
            self._last_hidden = group.hidden
            if not group.hidden:
                self.layout.write(text)
