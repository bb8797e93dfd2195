"""Extraction of the blocks of a sidecar that are in canonical layout, several times faster than reading them as YAML.

A block is parsed by regular expressions, and each of its values is written again: the block is accepted only if that
gives the same text. In the rest of the file a mark replaces each run of accepted blocks; the rest is read as YAML.
The result counts only if every mark is an item of the expected list, so it always equals that of reading all as YAML.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from secrets import token_hex

from msgspec import Struct

from annotator.model.article import Article
from annotator.model.items import Item
from annotator.model.kinds.table import KINDS
from annotator.model.span import Span
from annotator.storage.sidecars.canonical_blocks import RANGE, CanonicalBlocks, Way
from annotator.storage.yaml.lined_mapping import YamlError
from annotator.storage.yaml.rest_of_yaml import RestOfYaml, breaks
from annotator.storage.yaml.yaml_writing import word
from annotator.translation.messages import _, number

MADE_ON = re.compile(rb'article:\n  file: ".*"\n  sha256: "([0-9a-f]{64})"\n')
HEAD_BYTES = 4096
BEGINNING = re.compile(rb"\n(?=[^ ]|\Z)")
"""End of a block: the next line is not indented."""
NO_MORE = re.compile(
    rb"(?:(?:#(?:(?!\xc2\x85|\xe2\x80[\xa8\xa9])[^\r\n])*+)?+\n)*+"  # these too are line breaks in YAML 1.1
    rb"(?:[!-~](?<!#)|\Z)"
)
"""What may follow a whole block: comments and empty lines, and then something that is not indented."""
LONGEST_BLOCK = 256 * 1024
MOST_BLOCKS = 150_000


class CanonicalLayout(Struct, frozen=True):
    """Items extracted from a sidecar, the line in which each of them begins, and the rest of the file.

    ``made_on`` is the hash of the text to which the annotations' spans are assumed to refer.
    """

    items: Mapping[type[Item], Mapping[str, Item]]
    read: tuple[Span, ...]
    lines: Mapping[str, int]
    made_on: str
    rest: RestOfYaml


def canonical_layout(data: bytes, article: Article) -> CanonicalLayout:
    """Extract all blocks in canonical layout. Raises YamlError where the file has more than ``MOST_BLOCKS`` items."""
    if data.count(b"\n- ") > MOST_BLOCKS:
        sentence = _("It has more than {limit} annotations, relations and ranges. Make two files of it.")
        raise YamlError(1, sentence.format(limit=number(MOST_BLOCKS)))
    head = MADE_ON.search(data, 0, HEAD_BYTES)
    pieces = _Pieces(data, article, head[1].decode() if head else article.sha256)
    return pieces.all()


class _Pieces:
    """Reader that goes through the file once, section by section."""

    def __init__(self, data: bytes, article: Article, made_on: str) -> None:
        self._data = data
        self._blocks = CanonicalBlocks(article, made_on)
        self._rest = RestOfYaml(f'- "{token_hex(16)}"\n'.encode())
        self._at = 0
        self._line = 1

    def all(self) -> CanonicalLayout:
        blocks = self._blocks
        for kind in KINDS.values():
            self._section(kind.section, blocks.ways(kind))
        self._section("read", [(RANGE, blocks.add_range)])
        self._leave(len(self._data))
        rest = self._rest if blocks.lines or blocks.read else RestOfYaml.whole(self._data)
        return CanonicalLayout(blocks.items, tuple(blocks.read), blocks.lines, blocks.made_on, rest)

    def _section(self, key: str, ways: Sequence[Way]) -> None:
        head = f"\n{word(key)}:\n".encode()
        found = self._data.find(head, max(0, self._at - 1))
        if found < 0:
            return
        self._leave(found + len(head))
        while self._data.startswith((b"- ", b"#", b"\n"), self._at):
            beginning = BEGINNING.search(self._data, self._at)
            end = beginning.end() if beginning else len(self._data)
            if self._taken(end, ways):
                self._rest.mark(key)
                self._line += self._data.count(b"\n", self._at, end)
                self._at = end
            else:
                self._leave(end)

    def _taken(self, end: int, ways: Sequence[Way]) -> bool:
        if end - self._at > LONGEST_BLOCK:
            return False
        try:
            block = self._data[self._at : end].decode()
            for pattern, add in ways:
                match = pattern.fullmatch(block)
                if match and NO_MORE.match(self._data, end) and add(match, self._line):
                    return True
            return False
        except (ValueError, OverflowError):  # not UTF-8, an escape that is no character, an empty span
            return False

    def _leave(self, end: int) -> None:
        piece = self._data[self._at : end]
        self._rest.add(piece, self._line)
        self._line += breaks(piece)
        self._at = end
