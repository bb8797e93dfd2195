"""Parsing of items and read ranges in the exact layout that this program writes."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Sequence
from functools import cache
from typing import Any, TypeAlias

from annotator.model.annotation import NOTHING, Annotation, Excerpt
from annotator.model.article import Article
from annotator.model.items import Item, altered
from annotator.model.kinds.annotations import ANNOTATIONS
from annotator.model.kinds.kind import Kind
from annotator.model.span import Span
from annotator.storage.sidecars.canonical_items import WORD, canonical_forms, item_words_in, others
from annotator.storage.sidecars.canonical_values import (
    attributes_in,
    extra_in,
    number_in,
    quoted_in,
    short_word_in,
    short_words_in,
    word_in,
    words_in,
)
from annotator.storage.sidecars.sidecar_writing import stands_at
from annotator.storage.yaml.yaml_writing import NOT_STRINGS

ANNOTATION = re.compile(
    r'- id: (.+)\n  label: (.+)\n  start: ([0-9]{1,18})\n  end: ([0-9]{1,18})\n  text: (".*")\n'
    r'(?:  before: (".*")\n)?+(?:  after: (".*")\n)?+(?:  state: (.+)\n)?+(?:  attributes:\n((?:    .+\n)++))?+'
    r'(?:  by_rule:\n((?:  - .+\n)++))?+(?:  wording:\n((?:    .+\n)++))?+(?:  note: (".*")\n)?+'
    r'(?:  origin: (".*")\n)?+(?:  created: (".*")\n)?+(?:  modified: (".*")\n)?+'
    r'(?:  anchor: (.+)\n)?+(?:  sha256: (".*")\n)?+' + others(ANNOTATIONS.names)
)
NUMBER, TIME = "(0|[1-9][0-9]{0,17})", '"([0-9TZ:-]+)"'
UNESCAPED = r'(?!")[^"\\\n]*+(?:\\n[^"\\\n]*+)*+'
TEXT = f'"({UNESCAPED})"'
PLAIN_ANNOTATION = re.compile(
    rf"- id: {WORD}\n  label: {WORD}\n  start: {NUMBER}\n  end: {NUMBER}\n  text: {TEXT}\n"
    rf'(?:  before: "{UNESCAPED}"\n)?+(?:  after: "{UNESCAPED}"\n)?+(?:  attributes:\n((?:    .+\n)++))?+'
    rf"(?:  by_rule:\n((?:  - .+\n)++))?+"
    rf"(?:  note: {TEXT}\n)?+(?:  origin: {TEXT}\n)?+(?:  created: {TIME}\n)?+(?:  modified: {TIME}\n)?+(?! )"
)
"""An annotation of which each value is its own text but for escaped newlines, provided that all is printable."""
GROUP = re.compile(r"(?<!\\)\((?!\?)")
"""Beginning of a group that captures; no pattern of a block has a bracket in a class."""
RANGE = re.compile(r"- \[([0-9]{1,18}), ([0-9]{1,18})\]\n")


Way: TypeAlias = tuple[re.Pattern[str], Callable[[re.Match[str], int], bool]]
"""A pattern, and the function that adds a match at a line; it returns False where the block must be read otherwise."""


class CanonicalBlocks:
    """Collector of the items and read ranges in the blocks, and of the line in which each item begins.

    Blocks without one of the texts ``wanted``, each within a line, are passed over. ``made_on`` is the hash of the text
    to which the annotations' spans refer. Adding a block raises ValueError or OverflowError where a value is not in
    canonical form, or where the YAML reader must report a problem.
    """

    def __init__(self, article: Article, made_on: str, wanted: Sequence[str] = ()) -> None:
        self._wanted = wanted
        self.items: defaultdict[type[Item], dict[str, Item]] = defaultdict(dict)
        self.read: list[Span] = []
        self.lines: dict[str, int] = {}
        self.made_on = made_on
        self._article = article
        self._changed = made_on != article.sha256

    @staticmethod
    def runs(kind: Kind[Any]) -> re.Pattern[str]:
        """Return the pattern of blocks of that kind one after another, for those that are passed over."""
        return _run(kind)

    def ways(self, kind: Kind[Any], *, is_plain: bool = False) -> list[Way]:
        """Return the ways to add an item of that kind, to be tried in order; ``is_plain`` if all is printable."""
        if kind.item is Annotation:
            plain = [(PLAIN_ANNOTATION, self._add_plain_annotation)] if is_plain else []
            return [*plain, (ANNOTATION, self._add_annotation)]
        return [(form.pattern, self._adding(form.item_of)) for form in canonical_forms(kind)]

    def _adding(self, item_of: Callable[[Sequence[str | None]], Item | None]) -> Callable[[re.Match[str], int], bool]:
        def add(match: re.Match[str], line: int) -> bool:
            if self._wanted and self._is_unwanted(match[0]):
                return True
            item = item_of(match.groups())
            return item is not None and self._add(item, line)

        return add

    def _add_plain_annotation(self, match: re.Match[str], line: int) -> bool:
        """Add a match of ``PLAIN_ANNOTATION``. Return False if its text is not at its span or its id no YAML string."""
        id, label, start, end, words, attributes, by_rule, note, origin, created, modified = match.groups()
        span = Span(int(start), int(end))
        if self._changed or id in NOT_STRINGS or not stands_at(span, _text(words), self._article.text):
            return False
        annotation = Annotation(
            id,
            short_word_in(label),
            span,
            attributes_in(attributes) if attributes else NOTHING,
            _text(note) if note else "",
            _text(origin) if origin else "",
            created or "",
            modified or "",
            None,
            "",
            item_words_in(by_rule) if by_rule else (),
        )
        return self._add(annotation, line)

    def _add_annotation(self, match: re.Match[str], line: int) -> bool:
        """Add a match of ``ANNOTATION``. Return True."""
        if self._wanted and self._is_unwanted(match[0]):
            return True
        id, label, start, end, text, before, after, state, attributes, *rest, extra = match.groups()
        by_rule, wording, note, origin, created, modified, anchor, sha256 = rest
        span, words = Span(number_in(start), number_in(end)), (quoted_in(text), words_in(before), words_in(after))
        displaced = None
        if self._changed or anchor or sha256 or not stands_at(span, words[0], self._article.text):
            displaced = self._displaced(Excerpt(*words, word_in(anchor) if anchor else "", words_in(sha256)))
        annotation = Annotation(
            word_in(id),
            short_word_in(label),
            span,
            attributes_in(attributes) if attributes else NOTHING,
            words_in(note),
            short_words_in(origin),
            short_words_in(created),
            short_words_in(modified),
            displaced,
            short_word_in(state) if state else "",
            item_words_in(by_rule) if by_rule else (),
            attributes_in(wording) if wording else NOTHING,
            extra_in(extra),
        )
        return self._add(annotation, line)

    def add_range(self, match: re.Match[str], _line: int) -> bool:
        """Add a match of ``RANGE``. Return True."""
        self.read.append(Span(number_in(match[1]), number_in(match[2])))
        return True

    def _is_unwanted(self, block: str) -> bool:
        return not all(text in block for text in self._wanted)

    def _add(self, item: Item, line: int) -> bool:
        if item.id in self.lines:
            raise ValueError("an id occurs twice")
        self.lines[item.id] = line
        self.items[type(item)][item.id] = item
        return True

    def _displaced(self, excerpt: Excerpt) -> Excerpt:
        """Return the excerpt with the hash of its text. Raises ValueError where YAML reading must report a problem."""
        made_on = excerpt.sha256 or self.made_on
        if made_on != self._article.sha256:
            return excerpt if excerpt.sha256 else altered(excerpt, sha256=made_on)
        if excerpt.sha256 or not excerpt.verdict:
            raise ValueError("the YAML reader must report it as a problem")
        return excerpt


@cache
def _run(kind: Kind[Any]) -> re.Pattern[str]:
    forms = [ANNOTATION] if kind.item is Annotation else [form.pattern for form in canonical_forms(kind)]
    either = "|".join(GROUP.sub("(?:", form.pattern) for form in forms)
    return re.compile(f"(?:{either})++")  # nothing is captured: Python 3.11 fails over that in such a repetition


def _text(unescaped: str) -> str:
    return unescaped.replace("\\n", "\n")
