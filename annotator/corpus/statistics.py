"""Statistics of documents: counts of annotations by label and annotator, density, coverage and reading progress."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from annotator.corpus.desk.signed import SignedCounts
from annotator.corpus.tallies.tally import Tally
from annotator.corpus.tallies.totals import Totals
from annotator.facts.last_scheme import once_for_scheme
from annotator.model.annotation import Annotation, Value
from annotator.model.entry import Entry
from annotator.model.reading import END, START
from annotator.model.scheme import Scheme
from annotator.model.span import Span, merged

IN_MARGIN = "bar"
"""Mark of labels for parts of an article; their annotations enclose others and do not count as coverage."""

COUNTED_TYPES = ("choice", "flag")
"""Types of attribute whose values are counted separately; of all others only the occurrences are counted."""


@dataclass(slots=True)
class Share:
    """Part and whole, each summed over documents."""

    part: int = 0
    whole: int = 0

    def add(self, part: int, whole: int) -> None:
        self.part += part
        self.whole += whole

    def merge(self, other: Share) -> None:
        self.add(other.part, other.whole)

    @property
    def ratio(self) -> float:
        """Part divided by whole; 0 for an empty whole."""
        return self.part / self.whole if self.whole else 0.0


@dataclass(slots=True)
class Filled:
    """Number of annotations or documents that have an attribute, and that of each value if values are counted."""

    count: int = 0
    values: Counter[str] = field(default_factory=Counter)

    def add(self, other: Filled) -> None:
        self.count += other.count
        self.values.update(other.values)


class Statistics:
    """Statistics that are accumulated document by document, without keeping any text.

    ``article`` counts the documents by the article's own attributes. Displaced annotations are counted in ``displaced``
    only. ``per_1000_words`` is the number of annotations per 1,000
    words, with the words of an article counted once for each of its documents; ``characters`` are code points.
    ``totals`` are those of the documents' tallies.
    """

    def __init__(self) -> None:
        self.documents = self.displaced = 0
        self.annotators: Counter[str] = Counter()
        self.statuses: Counter[str] = Counter()
        self.labels: Counter[str] = Counter()
        self.relations: Counter[str] = Counter()
        self.attributes: defaultdict[tuple[str, str], Filled] = defaultdict(Filled)
        self.article: defaultdict[str, Filled] = defaultdict(Filled)
        self.characters, self.sentences, self.read, self.read_sentences = Share(), Share(), Share(), Share()
        self.signing = SignedCounts()
        self.totals = Totals()
        self._density = Share()
        self._lengths: defaultdict[str, Counter[int]] = defaultdict(Counter)
        self._words: dict[tuple[str, str], int] = {}

    def add(self, entry: Entry, tally: Tally, sentences: Sequence[Span]) -> None:
        """Add a document to the statistics, with its tally and the sentences of its text."""
        document = entry.document
        self.documents += 1
        self.annotators[tally.annotator] += 1
        self.statuses[tally.status] += 1
        self.relations.update(relation.type for relation in document.relations.values())
        self.displaced += tally.displaced
        self.totals.add(tally)
        self._add_marked(tally)
        self._add_attributes(entry)
        self._add_article(entry)
        self.signing.add(document, entry.scheme)
        self._density.add(len(tally.marked), self._words_of(entry, tally))
        self._cover(entry, tally, sentences)

    def merge(self, other: Statistics) -> None:
        """Add the statistics of other documents."""
        self.documents += other.documents
        self.displaced += other.displaced
        self.annotators.update(other.annotators)
        self.statuses.update(other.statuses)
        self.labels.update(other.labels)
        self.relations.update(other.relations)
        for key, filled in other.attributes.items():
            self.attributes[key].add(filled)
        for name, filled in other.article.items():
            self.article[name].add(filled)
        for label, lengths in other._lengths.items():
            self._lengths[label].update(lengths)
        self.characters.merge(other.characters)
        self.sentences.merge(other.sentences)
        self.read.merge(other.read)
        self.read_sentences.merge(other.read_sentences)
        self._density.merge(other._density)
        self.signing.merge(other.signing)
        self.totals.merge(other.totals)
        self._words |= other._words

    @property
    def articles(self) -> int:
        return len(self._words)

    @property
    def words(self) -> int:
        """Number of words in all articles."""
        return sum(self._words.values())

    @property
    def annotations(self) -> int:
        return self.labels.total()

    @property
    def per_1000_words(self) -> float:
        return 1000 * self._density.ratio

    def median_length(self, label: str) -> int:
        """Return the median length of the label's annotations in code points; the lower one of two."""
        lengths = self._lengths[label]
        return sorted(lengths.elements())[(lengths.total() - 1) // 2]

    def _add_marked(self, tally: Tally) -> None:
        labels, lengths = self.labels, self._lengths
        for item in tally.marked:
            labels[item.label] += 1
            lengths[item.label][item.end - item.start] += 1

    def _add_attributes(self, entry: Entry) -> None:
        attributes, counted = self.attributes, _attributes_to_count(entry.scheme)
        for item in _placed(entry):
            for name, value in item.attributes.items():
                filled = attributes[key := (item.label, name)]
                filled.count += 1
                if key in counted:
                    for counted_value in _values(value):
                        filled.values[counted_value] += 1

    def _add_article(self, entry: Entry) -> None:
        """Count the article's own attributes, such as a class for the whole of it."""
        for name, value in entry.document.article_attributes.items():
            filled = self.article[name]
            filled.count += 1
            if any(rule.id == name and rule.type in COUNTED_TYPES for rule in entry.scheme.article):
                filled.values.update(_values(value))

    def _words_of(self, entry: Entry, tally: Tally) -> int:
        return self._words.setdefault((entry.path, entry.document.article.sha256), tally.words)

    def _cover(self, entry: Entry, tally: Tally, found: Sequence[Span]) -> None:
        length = tally.length
        beside = _labels_in_margin(entry.scheme)
        covered = merged(item.span for item in _placed(entry) if item.label not in beside)
        self.characters.add(sum(map(len, covered)), length)
        self.sentences.add(_met(found, covered), len(found))
        self.read_sentences.add(tally.read, tally.sentences)
        self.read.add(sum(max(0, min(span.end, length) - span.start) for span in entry.document.read), length)


def _placed(entry: Entry) -> Iterator[Annotation]:
    return (item for item in entry.document.annotations.values() if not item.displaced)


@once_for_scheme
def _labels_in_margin(scheme: Scheme) -> frozenset[str]:
    return frozenset(label.id for label in scheme.labels if label.mark == IN_MARGIN)


@once_for_scheme
def _attributes_to_count(scheme: Scheme) -> frozenset[tuple[str, str]]:
    """Return the attributes of which the values are counted, each with its label."""
    return frozenset(
        (label.id, rule.id) for label in scheme.labels for rule in label.attributes if rule.type in COUNTED_TYPES
    )


def _met(sentences: Sequence[Span], covered: Sequence[Span]) -> int:
    """Return how many of the sentences share a code point with what is covered, both in the order of the text."""
    count = after = 0
    for span in covered:
        first = max(after, bisect_right(sentences, span.start, key=END))
        after = max(first, bisect_left(sentences, span.end, key=START))
        count += after - first
    return count


def _values(value: Value) -> Sequence[str]:
    if isinstance(value, str):
        return (value,)
    items = value if isinstance(value, list) else [value]
    return [str(item).lower() if isinstance(item, bool) else str(item) for item in items]
