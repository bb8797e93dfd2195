"""Fast reader of sidecars that are in canonical layout from the first line to the last.

Most sidecars are. All others are left to ``canonical_layout`` and the YAML reader, which also report problems.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import NamedTuple

from annotator.model.annotation import NOTHING, Value
from annotator.model.article import Article
from annotator.model.document import Document, Status
from annotator.model.kinds.table import KINDS
from annotator.model.span import merged
from annotator.storage.files.file_bytes import MIB
from annotator.storage.sidecars.canonical_blocks import RANGE, CanonicalBlocks, Way
from annotator.storage.sidecars.canonical_layout import MOST_BLOCKS
from annotator.storage.sidecars.canonical_values import short_word_in, short_words_in
from annotator.storage.sidecars.item_writing import section_head
from annotator.storage.sidecars.sidecar_writing import FORMAT, VERSION
from annotator.storage.yaml.plain_yaml import load_plain
from annotator.storage.yaml.yaml_writing import entries, quoted

MOST_BYTES = 4 * MIB
"""Some 20,000 annotations; what is longer is read in pieces, without a copy of all of it."""
PRINTABLE = bytes([ord("\n"), *range(ord(" "), ord("~") + 1)])
HEAD = re.compile(
    rf"#(.*)\nformat: {FORMAT}\nversion: {VERSION}\narticle:\n"
    r'  file: (".+")\n  sha256: "([0-9a-f]{64})"\n  length: (0|[1-9][0-9]{0,17})\n'
    r'(?:  encoding: (".*")\n)?+((?:  (?!(?:file|sha256|length|encoding):).+\n)++)?+'
    r'(?:annotator: (".*")\n)?+(?:scheme: (".*")\n)?+status: (.+)\n'
)


READ = "read:\n"
HEADS = tuple((kind, section_head(kind.section)) for kind in KINDS.values())
SECTIONS = tuple((kind, head, f"{head}- ") for kind, head in HEADS)
"""Kinds with the line of their section, and that with the dash of its first item."""


class CanonicalHead(NamedTuple):
    """Keys of a sidecar before its items, and the offset of their end; ``file`` is as it is written."""

    end: int
    file: str
    made_on: str
    length: int
    encoding: str
    article_extra: Mapping[str, Value]
    annotator: str
    scheme: str
    status: str


class CanonicalSidecar(NamedTuple):
    """Document, line in which each item begins, and hash and length of the text to which the spans refer."""

    document: Document
    lines: Mapping[str, int]
    made_on: str
    length: int


def canonical_sidecar(data: bytes, article: Article, wanted: Sequence[str] = ()) -> CanonicalSidecar | None:
    """Read the sidecar of the article; None if it is too large or not in canonical layout throughout.

    Items without one of the texts ``wanted`` are left out.
    """
    if len(data) > MOST_BYTES or data.count(b"\n- ") > MOST_BLOCKS:
        return None
    try:
        text = data.decode()
        head = canonical_head(text)
        if head is None or head.file != quoted(article.name):
            return None
        blocks = CanonicalBlocks(article, head.made_on, wanted)
        is_whole = _fill(blocks, _Sections(text, head.end), wanted, is_plain=not wanted and is_printable(data, text))
        return _made_of(head, blocks, article) if is_whole else None
    except (ValueError, OverflowError):  # not UTF-8, or a value that is not in canonical form
        return None


def canonical_head(text: str) -> CanonicalHead | None:
    """Return what the text of a sidecar says before its items; None if that is not in canonical layout.

    Raises ValueError where a value is not in canonical form.
    """
    found = HEAD.match(text)
    if found is None:
        return None
    comment, file, made_on, length, encoding, about, annotator, scheme, status = found.groups()
    if not comment.isprintable():
        return None
    return CanonicalHead(
        found.end(),
        file,
        made_on,
        int(length),
        short_words_in(encoding),
        article_keys(about) if about else NOTHING,
        short_words_in(annotator),
        short_words_in(scheme),
        short_word_in(status),
    )


def is_printable(data: bytes, text: str) -> bool:
    """Return whether all of the text but its line ends is printable; ``data`` are its bytes."""
    return not data.translate(None, PRINTABLE) if data.isascii() else text.replace("\n", "").isprintable()


def _made_of(head: CanonicalHead, blocks: CanonicalBlocks, article: Article) -> CanonicalSidecar:
    document = Document(
        article,
        status=Status(head.status),
        read=merged(blocks.read),
        annotator=head.annotator,
        scheme=head.scheme,
        article_extra=head.article_extra,
        encoding=head.encoding,
        items={kind: MappingProxyType(items) for kind, items in blocks.items.items()},
    )
    return CanonicalSidecar(document, blocks.lines, head.made_on, head.length)


def _fill(blocks: CanonicalBlocks, sections: _Sections, wanted: Sequence[str], *, is_plain: bool) -> bool:
    """Read the sections into ``blocks``; return whether all of them could be."""
    for kind, head, beginning in SECTIONS:
        if sections.has_next(beginning):
            ways = blocks.ways(kind, is_plain=is_plain)
            if wanted:
                sections.take_wanted(head, blocks.runs(kind), wanted, *ways)
            else:
                sections.take(head, *ways)
    if sections.has_next(f"{READ}- "):
        sections.take(READ, (RANGE, blocks.add_range))
    return sections.at_end


def article_keys(block: str) -> Mapping[str, Value]:
    """Return the further keys of ``article:``, such as its origin. Raises ValueError if not in canonical form."""
    found = load_plain(block.replace("\n  ", "\n").removeprefix("  ").encode())
    about = found.others() if found else {}
    if entries(about, "  ") != block:
        raise ValueError("the keys about the article are not plain YAML, or not in canonical form")
    return about


class _Sections:
    """Reader of the sections after the head, block by block."""

    def __init__(self, text: str, at: int) -> None:
        self._text = text
        self._at = at
        self._line = 1 + text.count("\n", 0, at)

    @property
    def at_end(self) -> bool:
        return self._at == len(self._text)

    def has_next(self, beginning: str) -> bool:
        """Tell whether the section that begins so, with its line and a dash, comes next."""
        return self._text.startswith(beginning, self._at)

    def take(self, key: str, *ways: Way) -> None:
        """Read the section that comes next; try ``ways`` in order for each block."""
        at, line = self._at + len(key), self._line + 1
        while end := self._taken(at, line, ways):
            line += self._text.count("\n", at, end)
            at = end
        self._at, self._line = at, line

    def take_wanted(self, key: str, runs: re.Pattern[str], wanted: Sequence[str], *ways: Way) -> None:
        """Read of the section that comes next the blocks with the first of the texts; the others only have to fit."""
        begin = self._at + len(key)
        run = runs.match(self._text, begin)
        if run is None:
            return
        at, line = begin, self._line + 1
        while (hit := self._text.find(wanted[0], at, run.end())) >= 0:
            start = self._text.rfind("\n- ", begin - 1, self._text.rfind("\n", 0, hit) + len("\n- ")) + 1
            line += self._text.count("\n", at, start)
            end = self._taken(start, line, ways)
            if not end:
                return
            line += self._text.count("\n", start, end)
            at = end
        self._at, self._line = run.end(), line + self._text.count("\n", at, run.end())

    def _taken(self, at: int, line: int, ways: Sequence[Way]) -> int:
        """Read the block at ``at`` and return the offset of its end; 0 if no way of this section fits."""
        for pattern, add in ways:
            match = pattern.match(self._text, at)
            if match and add(match, line):
                return match.end()
        return 0
