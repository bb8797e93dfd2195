"""Names and dates of one article, as the table shows them and the rules compare them."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from annotator.facts.names.dates import WrittenDate, dates_in
from annotator.facts.names.groups import Group, groups_of
from annotator.facts.names.mention import Mention
from annotator.facts.names.mentions import mentions_of
from annotator.facts.names.name_words import NameWords, name_words
from annotator.language.figures.likely_language import likely_language
from annotator.language.sentences import sentences
from annotator.model.document import Document
from annotator.model.scheme import Scheme
from annotator.model.span import Span


@dataclass(frozen=True, slots=True)
class NameFacts:
    """Names and dates of an article. ``known`` is None where nothing is known of its language."""

    text: str
    article: str
    known: NameWords | None
    dates: Sequence[WrittenDate]
    groups: Sequence[Group]
    sentences: Sequence[Span]

    def forms(self) -> Mapping[str, list[Mention]]:
        """Return the mentions of names by their written form."""
        forms = defaultdict[str, list[Mention]](list)
        for group in self.groups:
            for mention in group.mentions:
                forms[mention.written].append(mention)
        return forms

    def sentence_of(self, span: Span) -> int:
        """Return the number of the sentence in which the span begins."""
        return bisect_right(self.sentences, span.start, key=lambda sentence: sentence.start) - 1

    def share_a_sentence(self, some: Sequence[Mention], others: Sequence[Mention]) -> bool:
        """Return True if one of each stands in the same sentence, as two people do who are told apart."""
        first = {self.sentence_of(mention.place.span) for mention in some}
        return not first.isdisjoint(self.sentence_of(mention.place.span) for mention in others)

    def around(self, span: Span) -> str:
        """Return the sentence in which the span begins, with the one before it."""
        at = self.sentence_of(span)
        return self.text[self.sentences[max(at - 1, 0)].start : self.sentences[at].end]


def names_in(document: Document, scheme: Scheme, language: str, article: str = "") -> NameFacts:
    """Return the names and dates of the document, by ``language``, or by its small words where that is empty."""
    text = document.article.text
    known = name_words(language or likely_language(text))
    dates = dates_in(text, known) if known else []
    groups = groups_of(mentions_of(document, scheme, known, dates, article))
    return NameFacts(text, article, known, dates, groups, [*sentences(text, language=known.language if known else "")])
