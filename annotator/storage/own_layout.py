"""Takes out of a sidecar what lies there exactly as this program writes it, several times faster than YAML is read.

A block is taken apart by its layout, and each value in it is written again: only where all give the same text is it
taken. In the rest of the file a mark stands for each run of such blocks; the rest is read as YAML. Only where that has
every mark in its place did the blocks stand where they seemed to. So nothing is read otherwise than YAML would be.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from secrets import token_hex

from annotator.model.annotation import NOTHING, Annotation, Excerpt, Relation
from annotator.model.article import Article
from annotator.model.span import Span
from annotator.storage.lined import YamlError
from annotator.storage.own_values import (
    attributes_in,
    extra_in,
    number_in,
    quoted_in,
    short_word_in,
    word_in,
    words_in,
)
from annotator.storage.rest_of_yaml import RestOfYaml, breaks
from annotator.storage.sidecar_writing import ANNOTATION_KEYS, RELATION_KEYS, stands_at

MADE_ON = re.compile(rb'article:\n  file: ".*"\n  sha256: "([0-9a-f]{64})"\n')
HEAD_BYTES = 4096
BEGINNING = re.compile(rb"\n(?=[^ ]|\Z)")
"""Where a block ends: the next line is not indented."""
OTHERS = r"((?:  (?!(?:{}):).+\n)++)?+"
ANNOTATION = re.compile(
    r'- id: (.+)\n  label: (.+)\n  start: ([0-9]{1,18})\n  end: ([0-9]{1,18})\n  text: (".*")\n'
    r'(?:  before: (".*")\n)?+(?:  after: (".*")\n)?+(?:  attributes:\n((?:    .+\n)++))?+(?:  note: (".*")\n)?+'
    r'(?:  origin: (".*")\n)?+(?:  created: (".*")\n)?+(?:  modified: (".*")\n)?+'
    r'(?:  anchor: (.+)\n)?+(?:  sha256: (".*")\n)?+' + OTHERS.format("|".join(ANNOTATION_KEYS))
)
RELATION = re.compile(r"- id: (.+)\n  type: (.+)\n  from: (.+)\n  to: (.+)\n" + OTHERS.format("|".join(RELATION_KEYS)))
RANGE = re.compile(r"- \[([0-9]{1,18}), ([0-9]{1,18})\]\n")
LONGEST_BLOCK = 256 * 1024
MOST_BLOCKS = 150_000


@dataclass(frozen=True, slots=True)
class OwnLayout:
    """What was taken out of a sidecar, the line in which each annotation and relation begins, and the rest of it.

    ``made_on`` is the hash of the text in which the annotations' spans are taken to count.
    """

    annotations: Mapping[str, Annotation]
    relations: Mapping[str, Relation]
    read: tuple[Span, ...]
    lines: Mapping[str, int]
    made_on: str
    rest: RestOfYaml


def own_layout(data: bytes, article: Article) -> OwnLayout:
    """What there is in this program's own layout. Raises YamlError where the file has far too much of everything."""
    if data.count(b"\n- ") > MOST_BLOCKS:
        raise YamlError(1, f"It has more than {MOST_BLOCKS:,} annotations, relations and ranges. Make two files of it.")
    head = MADE_ON.search(data, 0, HEAD_BYTES)
    pieces = _Pieces(data, article, head[1].decode() if head else article.sha256)
    return pieces.all()


class _Pieces:
    """Goes through the file from its beginning, one section after another."""

    def __init__(self, data: bytes, article: Article, made_on: str) -> None:
        self._data = data
        self._article = article
        self._made_on = made_on
        self._changed = made_on != article.sha256
        self._annotations: dict[str, Annotation] = {}
        self._relations: dict[str, Relation] = {}
        self._read: list[Span] = []
        self._lines: dict[str, int] = {}
        self._rest = RestOfYaml(f'- "{token_hex(16)}"\n'.encode())
        self._at = 0
        self._line = 1

    def all(self) -> OwnLayout:
        self._section("annotations", self._annotation)
        self._section("relations", self._relation)
        self._section("read", self._range)
        self._leave(len(self._data))
        rest = self._rest if self._lines or self._read else RestOfYaml.whole(self._data)
        return OwnLayout(self._annotations, self._relations, tuple(self._read), self._lines, self._made_on, rest)

    def _section(self, key: str, take: Callable[[str], bool]) -> None:
        head = f"\n{key}:\n".encode()
        found = self._data.find(head, max(0, self._at - 1))
        if found < 0:
            return
        self._leave(found + len(head))
        while self._data.startswith((b"- ", b"#", b"\n"), self._at):
            beginning = BEGINNING.search(self._data, self._at)
            end = beginning.end() if beginning else len(self._data)
            if self._taken(end, take):
                self._rest.mark(key)
                self._line += self._data.count(b"\n", self._at, end)
                self._at = end
            else:
                self._leave(end)

    def _taken(self, end: int, take: Callable[[str], bool]) -> bool:
        if end - self._at > LONGEST_BLOCK:
            return False
        try:
            return take(self._data[self._at : end].decode())
        except (ValueError, OverflowError):  # not UTF-8, an escape that is no character, an empty span
            return False

    def _leave(self, end: int) -> None:
        piece = self._data[self._at : end]
        self._rest.add(piece, self._line)
        self._line += breaks(piece)
        self._at = end

    def _annotation(self, block: str) -> bool:
        match = ANNOTATION.fullmatch(block)
        if not match:
            return False
        id, label, start, end, text, before, after, attributes, *rest, anchor, sha256, extra = match.groups()
        span, words = Span(number_in(start), number_in(end)), quoted_in(text)
        excerpt = Excerpt(words, words_in(before), words_in(after), word_in(anchor) if anchor else "", words_in(sha256))
        in_place = self._stands(span, excerpt)
        note, origin, created, modified = map(words_in, rest)
        annotation = Annotation(
            word_in(id),
            short_word_in(label),
            span,
            attributes_in(attributes) if attributes else NOTHING,
            note,
            origin,
            created,
            modified,
            None if in_place else excerpt,
            extra_in(extra),
        )
        if annotation.id in self._lines:
            return False
        if not in_place:
            displaced = self._displaced(excerpt)
            if displaced is None:
                return False
            annotation = replace(annotation, displaced=displaced)
        self._annotations[annotation.id] = annotation
        self._lines[annotation.id] = self._line
        return True

    def _stands(self, span: Span, excerpt: Excerpt) -> bool:
        """Whether the annotation is where its words are, and nothing says that it is not."""
        said = self._changed or excerpt.verdict or excerpt.sha256
        return not said and stands_at(span, excerpt.text, self._article.text)

    def _displaced(self, excerpt: Excerpt) -> Excerpt | None:
        """The excerpt with the hash of its text; None where it is to be told as a problem."""
        made_on = excerpt.sha256 or self._made_on
        if made_on != self._article.sha256:
            return excerpt if excerpt.sha256 else replace(excerpt, sha256=made_on)
        return excerpt if excerpt.verdict and not excerpt.sha256 else None

    def _relation(self, block: str) -> bool:
        match = RELATION.fullmatch(block)
        if not match:
            return False
        id, type, source, target, extra = match.groups()
        relation = Relation(word_in(id), short_word_in(type), word_in(source), word_in(target), extra_in(extra))
        if relation.id in self._lines:
            return False
        self._relations[relation.id] = relation
        self._lines[relation.id] = self._line
        return True

    def _range(self, block: str) -> bool:
        match = RANGE.fullmatch(block)
        if not match:
            return False
        span = Span(number_in(match[1]), number_in(match[2]))
        self._read.append(span)
        return True
