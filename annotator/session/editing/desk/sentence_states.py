"""Sentences of an article, each unread, annotated or read; kept up to date by the spans that a change touches."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence

from annotator.language.article_language import article_language
from annotator.language.sentences import sentences
from annotator.model.document import Document
from annotator.model.reading import END, START, covers
from annotator.model.scheme import Scheme
from annotator.model.span import Span

UNREAD, ANNOTATED, READ = 0, 1, 2
"""States of a sentence; one that is both read and annotated is READ."""

IN_MARGIN = "bar"


class SentenceStates:
    """Sentences of one text in ``language``, with a byte for the state of each, which are counted quickly."""

    def __init__(self, text: str, language: str, spans: Sequence[Span]) -> None:
        self.text, self.language, self.spans = text, language, spans
        self._starts, self._ends = list(map(START, self.spans)), list(map(END, self.spans))
        self._states = bytearray(len(self.spans))

    @classmethod
    def of(cls, document: Document, scheme: Scheme, spans: Sequence[Span] | None = None) -> SentenceStates:
        """Return the sentences of the document with their states; ``spans`` are the sentences if they are known."""
        text, language = document.article.text, article_language(document)
        found = cls(text, language, [*sentences(text, language=language)] if spans is None else spans)
        found.renew(document, scheme)
        return found

    def fits(self, document: Document) -> bool:
        """Return True if these are the sentences of the document."""
        return self.text is document.article.text and self.language == article_language(document)

    def renew(self, document: Document, scheme: Scheme) -> list[Span]:
        """Work out all states anew; return the sentences whose state is another."""
        beside, states = labels_beside(scheme), bytearray(len(self.spans))
        for item in document.annotations.values():
            if item.label not in beside and not item.is_elsewhere:
                for number in self._numbers(item.span.start, item.span.end):
                    states[number] = ANNOTATED
        for span in document.read:
            for number in range(bisect_left(self._starts, span.start), bisect_right(self._ends, span.end)):
                states[number] = READ
        before, self._states = self._states, states
        pairs = zip(self.spans, before, states, strict=True)
        return [sentence for sentence, one, other in pairs if one != other] if before != states else []

    def follow(self, around: Iterable[Span], read: Sequence[Span], is_annotated: Callable[[Span], bool]) -> list[Span]:
        """Work out anew the states of sentences that touch the spans ``around``; return those that have another."""
        numbers = {number for span in around for number in self._numbers(span.start, span.end)}
        return self._set(numbers, read, is_annotated)

    def count(self, state: int) -> int:
        """Return the number of sentences in that state."""
        return self._states.count(state)

    def state(self, number: int) -> int:
        """Return the state of the sentence of that number, counted from 0."""
        return self._states[number]

    def at(self, position: int) -> int:
        """Return the number of the sentence at the caret, or of the last one before it."""
        return max(0, bisect_right(self._starts, position) - 1)

    def next_unread(self, number: int) -> int | None:
        """Return the next sentence after that number which is unread, from the beginning again after the last."""
        found = self._states.find(UNREAD, number + 1)
        found = self._states.find(UNREAD) if found < 0 else found
        return None if found < 0 else found

    def annotated_in(self, numbers: range) -> list[Span]:
        """Return which of these sentences are annotated and not read."""
        return [self.spans[number] for number in numbers if self._states[number] == ANNOTATED]

    def between(self, start: int, end: int) -> Iterator[tuple[Span, int]]:
        """Yield the sentences that touch the text from ``start`` to ``end``, each with its state."""
        for number in self._numbers(start, end):
            yield self.spans[number], self._states[number]

    def _set(self, numbers: Iterable[int], read: Sequence[Span], is_annotated: Callable[[Span], bool]) -> list[Span]:
        altered = []
        for number in numbers:
            sentence, before = self.spans[number], self._states[number]
            annotated = ANNOTATED if is_annotated(sentence) else UNREAD
            self._states[number] = READ if covers(read, sentence) else annotated
            if self._states[number] != before:
                altered.append(sentence)
        return altered

    def _numbers(self, start: int, end: int) -> range:
        """Return the numbers of the sentences that overlap the range; sentences do not overlap each other."""
        return range(bisect_right(self._ends, start), bisect_left(self._starts, end))


def labels_beside(scheme: Scheme) -> set[str]:
    """Return the ids of the labels that are drawn in the margin, for parts of a page."""
    return {label.id for label in scheme.labels if label.mark == IN_MARGIN}
