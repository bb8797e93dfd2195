"""Questions of the window, and the charts that answer them: a pure function of tallies."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from annotator.corpus.charts.all_charts import Wishes, charts_of, wished_charts
from annotator.corpus.charts.chart import Chart
from annotator.corpus.charts.wording import Wording
from annotator.corpus.tallies.counts import by_label, words_in
from annotator.corpus.tallies.tally import Tally, tally_of
from annotator.language.folding import folded
from annotator.model.document import Document
from annotator.model.entry import Entry
from annotator.model.scheme import Scheme
from annotator.translation.messages import _

WORD = re.compile(r"[^\W\d_]{3,}")
MOST_WORDS, SEARCHED = 500, 500_000
"""Words that are offered at most, and the code points of articles in which they are looked for."""

Key = tuple[str, str]
"""Path of the article in its folder, and the annotator."""


USUAL, PLAIN = Wishes(), Wording()


@dataclass(frozen=True, slots=True)
class Asked:
    """Question: which documents are to be counted, and how.

    ``article`` is the open one, empty for none, of which ``document`` is the present state.
    ``annotator`` is None for all; ``filter`` are words in the names of articles.
    """

    scheme: Scheme | None
    article: str = ""
    document: Document | None = None
    whole_folder: bool = True
    annotator: str | None = None
    filter: str = ""
    wishes: Wishes = USUAL
    wording: Wording = PLAIN


@dataclass(frozen=True, slots=True)
class Answer:
    """Charts of what was asked for, and what they are of. ``words`` can be looked for, the most frequent first."""

    charts: tuple[Chart, ...] = ()
    articles: int = 0
    words: int = 0
    annotators: tuple[str, ...] = ()
    labels: tuple[str, ...] = ()
    offered: tuple[str, ...] = field(default=(), repr=False)


def answer(asked: Asked, tallies: Mapping[Key, Tally], left_out: int = 0, before: Sequence[Chart] = ()) -> Answer:
    """Return the charts of the tallies that are asked for; ``left_out`` texts are too many to be searched.

    ``before`` are the charts of the same tallies by other wishes, if there are any.
    """
    if asked.scheme is None:
        return Answer()
    known = dict(tallies)
    if asked.document:
        own = tally_of(Entry(asked.article, asked.document, asked.scheme), with_text=True)
        read = known.get((own.article, own.annotator))
        known[own.article, own.annotator] = replace(own, finished=read.finished, read_on=read.read_on) if read else own
    shown = [tally for tally in known.values() if _is_asked(tally, asked)]
    wishes = replace(asked.wishes, word_note=_left_out(left_out) if asked.wishes.word else "")
    parts = shown, asked.scheme, wishes, asked.wording
    return Answer(
        wished_charts(before, *parts) if before else charts_of(*parts),
        len({tally.article for tally in shown}),
        words_in({tally.article: tally for tally in shown}.values()),
        tuple(sorted({annotator for _article, annotator in known})),
        tuple(by_label(shown)),
        frequent_words(shown),
    )


def frequent_words(tallies: Iterable[Tally]) -> tuple[str, ...]:
    """Return words of the articles, the most frequent first."""
    counts, room = Counter[str](), SEARCHED
    for tally in tallies:
        if room <= 0:
            break
        counts.update(word.casefold() for word in WORD.findall(tally.text[:room]))
        room -= len(tally.text)
    return tuple(word for word, _count in counts.most_common(MOST_WORDS))


def _is_asked(tally: Tally, asked: Asked) -> bool:
    if not asked.whole_folder and tally.article != asked.article:
        return False
    if asked.annotator is not None and tally.annotator != asked.annotator:
        return False
    name = folded(tally.article)
    return not asked.whole_folder or all(word in name for word in folded(asked.filter).split())


def _left_out(count: int) -> str:
    if not count:
        return ""
    return _("The word is looked for in the first articles only, as the folder is very large.")


def found_annotator(wanted: str, known: Sequence[str]) -> str | None:
    """Return the annotator whose documents are shown at first: the user, or all where there are none of the user."""
    return wanted if wanted in known else None
