"""Five annotators compared on a long text: opening, and the decision of all that they agree on."""

from __future__ import annotations

import random
from collections.abc import Iterator, Mapping
from itertools import count

from annotator.model.annotation import Annotation
from annotator.model.article import Article
from annotator.model.document import Document
from annotator.model.span import Span
from annotator.review.adjudicating import Compared, Decider, Wish, decide
from annotator.review.comparing import compared
from tests.benchmarks.table import Row
from tests.benchmarks.timing import Times

BAR = 1000
LONG, MANY = 1_000_000, 10_000
WORDS = "the ferry is late and forty people wait at the pier. "


def comparing(times: int, *, length: int = LONG, many: int = MANY) -> Iterator[Row]:
    """Compare five annotators, each of whom differs from the others in a fifth of the annotations."""
    documents = five_annotators(length, many)
    opened, decided = Times(), Times()
    for _ in range(times):
        opened.measure(lambda: compared(documents))
        clusters = compared(documents)
        table = Compared(documents, clusters)
        wishes = [Wish(one, next(iter(one.versions))) for one in clusters if one.agreed]
        final = Document(documents["a"].article, annotator="gold")
        numbers = count()
        by = Decider("gold", "2026-11-29T12:00:00Z", lambda: f"g{next(numbers)}")  # noqa: B023  # used at once
        decided.measure(lambda: decide(final, table, wishes, by))  # noqa: B023  # likewise
    yield Row("five annotators compared", f"{many:,} each", opened.cpu_median, limit=BAR)
    yield Row("all agreed taken", f"{many:,} each", decided.cpu_median)


def five_annotators(length: int, many: int) -> Mapping[str, Document]:
    """Documents on one text: edges or label differ here and there, or somebody marks something else."""
    chance = random.Random(7)
    text = (WORDS * (length // len(WORDS) + 1))[:length]
    article = Article.of("long.txt", text)
    base = [(chance.randrange(length - 200), chance.randrange(10, 120), chance.choice("csf")) for _ in range(many)]
    documents = {}
    for name in "abcde":
        made = {}
        for number, (start, size, label) in enumerate(base):
            way = chance.random()
            at = start + chance.randrange(1, 9) if way < 0.1 else start
            at = chance.randrange(length - 200) if way > 0.95 else at
            kept = chance.choice("csf") if 0.1 <= way < 0.15 else label
            made[f"{name}{number}"] = Annotation(f"{name}{number}", kept, Span(at, at + size))
        documents[name] = Document(article, made, annotator=name)
    return documents
