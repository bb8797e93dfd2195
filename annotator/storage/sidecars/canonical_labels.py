"""Exchange of a label in the bytes of a sidecar in canonical layout, without making a document of it.

An annotation with the label is checked as ``canonical_sidecar`` checks it; a file that does not fit is left to that.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import NamedTuple, cast

from annotator.model.annotation import Annotation
from annotator.model.article import Article
from annotator.model.kinds.annotations import ANNOTATIONS
from annotator.model.span import Span
from annotator.storage.sidecars.canonical_blocks import PLAIN_ANNOTATION, RANGE, CanonicalBlocks
from annotator.storage.sidecars.canonical_items import item_words_in
from annotator.storage.sidecars.canonical_sidecar import MOST_BYTES, READ, SECTIONS, canonical_head, is_printable
from annotator.storage.sidecars.canonical_values import attributes_in, number_in, short_word_in
from annotator.storage.yaml.yaml_writing import NOT_STRINGS, quoted, word

LABELS = re.compile(r"\n- id: (.+)\n  label: (.+)\n")
"""The first two lines of an annotation, with the end of the line before."""
IDS = re.compile(r"\n- id: (.+)(?=\n)")
NOWHERE = Article("", "", "")


class Relabelled(NamedTuple):
    """A sidecar with a label exchanged in so many annotations; ``words`` are what the first of them marks."""

    data: bytes
    annotator: str
    annotations: int
    words: str


def relabelled(data: bytes, old: str, new: str) -> Relabelled | None:
    """Return the sidecar with the label ``new`` in place of ``old``.

    None where it has to be read as a document: it is large, or not in canonical layout, or a value is not.
    """
    if len(data) > MOST_BYTES:
        return None
    try:
        text = data.decode()
        head = canonical_head(text)
        if head is None or quoted(head.file[1:-1]) != head.file:
            return None
        section = _annotations(text, head.end)
        if section is None:
            return None
        found = _Labelled(text, head.made_on, is_plain=is_printable(data, text))
        places = list(found.places(*section, word(old)))
    except (ValueError, OverflowError):  # not UTF-8, or a value that is not in canonical form
        return None
    words = places[0].words if places else ""
    return Relabelled(_exchanged(text, places, word(new)).encode(), head.annotator, len(places), words)


def _annotations(text: str, at: int) -> tuple[int, int] | None:
    """Return where the items of the annotations begin and end; None where any section is not in canonical layout."""
    found = at, at
    for kind, head, beginning in SECTIONS:
        if text.startswith(beginning, at):
            run = CanonicalBlocks.runs(kind).match(text, at + len(head))
            if run is None:
                return None
            at = run.end()
            found = run.span() if kind.item is Annotation else found
    return found if _end_of_read(text, at) == len(text) else None


def _end_of_read(text: str, at: int) -> int:
    """Return where the ranges that have been read end. Raises ValueError where one is not in canonical form."""
    if text.startswith(f"{READ}- ", at):
        at += len(READ)
        while found := RANGE.match(text, at):
            Span(number_in(found[1]), number_in(found[2]))
            at = found.end()
    return at


class _Place(NamedTuple):
    """Offsets of a label, and the words that its annotation marks."""

    start: int
    end: int
    words: str


class _Labelled:
    """The annotations in the text of a sidecar that have a label."""

    def __init__(self, text: str, made_on: str, *, is_plain: bool) -> None:
        self._text, self._made_on, self._is_plain = text, made_on, is_plain

    @cached_property
    def _ids(self) -> Counter[str]:
        """Number of items with each id, counted once: a large file may have the label thousands of times."""
        return Counter(IDS.findall(self._text))

    def places(self, begin: int, end: int, label: str) -> Iterator[_Place]:
        """Yield where the label stands as it is written. Raises ValueError where a value is not in canonical form."""
        checked = set[str]()
        for lines in LABELS.finditer(self._text, max(begin - 1, 0), end):
            if lines[2] not in checked:
                short_word_in(lines[2])
                checked.add(lines[2])
            if lines[2] == label:
                if self._ids[lines[1]] > 1:
                    raise ValueError("an id occurs twice")
                yield _Place(*lines.span(2), self._words(lines.start() + 1))

    def _words(self, at: int) -> str:
        """Return the words that an annotation marks, after all of it has been checked."""
        block = PLAIN_ANNOTATION.match(self._text, at) if self._is_plain else None
        if block is None:
            return self._unusual_words(at)
        id, _label, start, end, words, attributes, by_rule, *_texts = block.groups()
        if id in NOT_STRINGS or int(start) >= int(end):
            raise ValueError("the id is no text, or the annotation ends before it begins")
        if attributes:
            attributes_in(attributes)
        if by_rule:
            item_words_in(by_rule)
        return words.replace("\\n", "\n")

    def _unusual_words(self, at: int) -> str:
        blocks = CanonicalBlocks(NOWHERE, self._made_on)
        for pattern, add in blocks.ways(ANNOTATIONS):
            block = pattern.match(self._text, at)
            if block is None or not add(block, 1):
                raise ValueError("the annotation is not in canonical layout")
        annotation = cast("Annotation", next(iter(blocks.items[Annotation].values())))
        return annotation.words("")


def _exchanged(text: str, places: Sequence[_Place], new: str) -> str:
    pieces, at = list[str](), 0
    for start, end, _words in places:
        pieces += [text[at:start], new]
        at = end
    return "".join([*pieces, text[at:]])
