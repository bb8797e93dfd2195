"""Reads a sidecar that lies there exactly as this program writes it, several times faster than YAML is read.

The text is taken apart by its layout, without much care, and then written again: only where that gives the same bytes
is the result used. So nothing can be read here that would be read otherwise as YAML.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from types import MappingProxyType

from annotator.model.annotation import NOTHING, Annotation, Relation, Value
from annotator.model.article import Article
from annotator.model.document import Document, Status
from annotator.model.span import Span, merged
from annotator.storage.sidecar_writing import SidecarWriter, stands_at
from annotator.storage.yaml_text import unquoted, value_of

HEAD = re.compile(
    r'# .*\nformat: annotator\nversion: 1\narticle:\n  file: (?P<file>".*")\n  sha256: "(?P<sha256>[0-9a-f]{64})"\n'
    r'  length: [0-9]+\n(?:  encoding: (?P<encoding>".*")\n)?'
    r'(?:annotator: (?P<annotator>".*")\n)?(?:scheme: (?P<scheme>".*")\n)?status: (?P<status>.+)\n'
)
ANNOTATION = re.compile(
    r'- id: (.+)\n  label: (.+)\n  start: ([0-9]+)\n  end: ([0-9]+)\n  text: (".*")\n'
    r'(?:  before: ".*"\n)?(?:  after: ".*"\n)?(?:  attributes:\n((?:    .+\n)+))?(?:  note: (".*")\n)?'
    r'(?:  origin: (".*")\n)?(?:  created: (".*")\n)?(?:  modified: (".*")\n)?'
)
RELATION = re.compile(r"- id: (.+)\n  type: (.+)\n  from: (.+)\n  to: (.+)\n")
RANGE = re.compile(r"- \[([0-9]+), ([0-9]+)\]\n")
MANY = 256
"""How many words are remembered: labels and times that many annotations have are then one string for all of them."""


@dataclass(frozen=True, slots=True)
class OwnLayout:
    """A document and the line in which each annotation and relation begins, by id."""

    document: Document
    lines: Mapping[str, int]


def read_own_layout(data: bytes, article: Article) -> OwnLayout | None:
    """The document in ``data``; None where it is to be read as YAML, as when a word is not in its place."""
    try:
        pieces = _Pieces(data.decode())
        document = pieces.document(article)
        same = document is not None and SidecarWriter().data(document) == data
    except (ValueError, OverflowError):  # not UTF-8, an escape that is no character, an empty or a displaced span
        return None
    return OwnLayout(document, pieces.lines) if document and same else None


class _Pieces:
    """Goes through the text from its beginning, one piece of the layout after another."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._position = 0
        self._line = 1
        self.lines: dict[str, int] = {}

    def document(self, article: Article) -> Document | None:
        head = self._next(HEAD)
        if head is None or head["sha256"] != article.sha256:
            return None
        annotations = self._annotations(article.text)
        relations = self._relations()
        read = merged(Span(int(match[1]), int(match[2])) for match in self._section("read:\n", RANGE))
        if len(self.lines) < len(annotations) + len(relations):
            return None
        return Document(
            article,
            MappingProxyType(annotations),
            MappingProxyType(relations),
            Status(_word(head["status"])),
            read,
            _words(head["annotator"]),
            _words(head["scheme"]),
            encoding=_words(head["encoding"]),
        )

    def _annotations(self, text: str) -> dict[str, Annotation]:
        found = {}
        for match in self._section("annotations:\n", ANNOTATION):
            id, label, start, end, words, attributes, *rest = match.groups()
            note, origin, created, modified = map(_words, rest)
            span = Span(int(start), int(end))
            if not stands_at(span, unquoted(words), text):
                raise ValueError("the words are not in their place")
            id = _word(id)
            self.lines[id] = self._line - match[0].count("\n")
            found[id] = Annotation(id, _label(label), span, _attributes(attributes), note, origin, created, modified)
        return found

    def _relations(self) -> dict[str, Relation]:
        found = {}
        for match in self._section("relations:\n", RELATION):
            id, type, source, target = map(_word, match.groups())
            self.lines[id] = self._line - 4
            found[id] = Relation(id, type, source, target)
        return found

    def _section(self, head: str, pattern: re.Pattern[str]) -> Iterator[re.Match[str]]:
        if self._text.startswith(head, self._position):
            self._position += len(head)
            self._line += 1
            while match := self._next(pattern):
                yield match

    def _next(self, pattern: re.Pattern[str]) -> re.Match[str] | None:
        match = pattern.match(self._text, self._position)
        if match:
            self._position = match.end()
            self._line += match[0].count("\n")
        return match


def _attributes(block: str | None) -> Mapping[str, Value]:
    if block is None:
        return NOTHING
    pairs = (line.strip().partition(": ") for line in block[:-1].split("\n"))
    return {_word(key): unquoted(text) if text.startswith('"') else value_of(text) for key, _, text in pairs}


@lru_cache(MANY)
def _label(text: str) -> str:
    return _word(text)


def _word(text: str) -> str:
    if text == '""':
        raise ValueError("a word that is needed is empty")
    return unquoted(text) if text.startswith('"') else text


@lru_cache(MANY)
def _words(text: str | None) -> str:
    return unquoted(text) if text else ""
