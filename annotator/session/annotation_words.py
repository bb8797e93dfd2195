"""Search for annotations by their words, fast in a long article too."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

from annotator.language.folded_text import folded_text
from annotator.language.folding import folded
from annotator.model.document import Document
from annotator.session.placed_annotations import Position
from annotator.session.text_index import TextIndex

FEW = 500
"""Places of a word in the article up to which only the annotations in their paragraphs are looked at."""


class AnnotationWords:
    """Folded words of the annotations of one document, whose ``index`` it must be."""

    def __init__(self, document: Document, index: TextIndex) -> None:
        self._text = folded_text(document.article.text).fold()
        self._index = index
        displaced = [annotation for annotation in document.annotations.values() if annotation.displaced]
        self._lost = {annotation.position: folded(document.words(annotation)) for annotation in displaced}

    def first(self, words: Sequence[str], most: int) -> list[str]:
        """Return the ids of the first ``most`` annotations in text order that contain all of ``words``, folded."""
        here = islice(self._here(words), most)
        lost = [position for position, text in self._lost.items() if all(word in text for word in words)]
        return [id for _start, _end, id in sorted([*here, *lost])[:most]]

    def _here(self, words: Sequence[str]) -> Iterator[Position]:
        """Yield the positions of the annotations whose words in the article contain all of ``words``, in text order."""
        places = min((self._places(word) for word in words), key=len)
        if len(places) > FEW:
            return self._holding(self._index.order, words)
        paragraphs = {self._index.paragraph_of(self._text.span(place, place + 1).start) for place in places}
        touching = {a.position for paragraph in paragraphs for a in self._index.in_paragraph(paragraph)}
        return self._holding(sorted(touching), words)

    def _places(self, word: str) -> list[int]:
        """Return the first FEW places of the word in the folded article, and one more if there is one."""
        found, find = list[int](), self._text.folded.find
        place = find(word)
        while place >= 0 and len(found) <= FEW:
            found.append(place)
            place = find(word, place + 1)
        return found

    def _holding(self, positions: Iterable[Position], words: Sequence[str]) -> Iterator[Position]:
        find, place = self._text.folded.find, self._text.place
        for position in positions:
            start, end, _id = position
            if all(find(word, place(start), place(end)) >= 0 for word in words) and position not in self._lost:
                yield position
