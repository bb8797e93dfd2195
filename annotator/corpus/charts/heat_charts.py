"""Heat maps: labels by article, and labels that stand together."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from annotator.corpus.charts.bar_charts import NO_ANNOTATIONS
from annotator.corpus.charts.chart import Head, HeatMap, Mark
from annotator.corpus.charts.wording import Wording, article_name, counted_annotations, label_words, of_all, rate_text
from annotator.corpus.tallies.counts import Places, by_label, per_thousand
from annotator.corpus.tallies.tally import Tally
from annotator.corpus.tallies.together import Cells, by_article, together
from annotator.model.scheme import Scheme
from annotator.translation.messages import _, ngettext, number

MOST_LABELS = 20


def articles_chart(tallies: Sequence[Tally], scheme: Scheme, wording: Wording, *, columns: int) -> HeatMap:
    """Return the annotations of each label in each of at most ``columns`` articles, per 1,000 words."""
    title = _("Labels and articles")
    labels, names = _labels(tallies, scheme), _most_annotated(tallies, columns)
    if not labels:
        return HeatMap(Head("labels-articles", title, nothing=_(NO_ANNOTATIONS)))
    words = Counter[str]()
    for tally in tallies:
        words[tally.article] += tally.words
    found = by_article(tallies)
    cells = tuple(
        tuple(
            _article_mark(label_words(scheme, id), article, found.get((id, article), ()), words[article], wording)
            for article in names
        )
        for id in labels
    )
    note = of_all(len(names), len({tally.article for tally in tallies}))
    head = Head("labels-articles", title, _("annotations per 1,000 words"), note)
    shown = tuple(map(article_name, names))
    return HeatMap(head, _names(labels, scheme), shown, cells, tuple(labels), tuple(names))


def together_chart(tallies: Sequence[Tally], scheme: Scheme, *, overlapping: bool) -> HeatMap:
    """Return of each label the annotations that stand with one of each label: in one sentence, or overlapping."""
    title, labels = _("Labels together"), _labels(tallies, scheme)
    if not labels:
        return HeatMap(Head("labels-together", title, nothing=_(NO_ANNOTATIONS)))
    found, groups = together(tallies, overlapping=overlapping), by_label(tallies)
    cells = tuple(
        tuple(_together_mark(found, (one, other), len(groups[one]), scheme, overlapping) for other in labels)
        for one in labels
    )
    line = _("annotations that overlap") if overlapping else _("annotations in one sentence")
    note = _("Each cell counts those of the label at its side that stand with one of the label above.")
    return HeatMap(
        Head("labels-together", title, line, note), *(_names(labels, scheme),) * 2, cells, *(tuple(labels),) * 2
    )


def _labels(tallies: Sequence[Tally], scheme: Scheme) -> list[str]:
    """Return the labels with annotations, those of the scheme in its order, then others by size."""
    found = by_label(tallies)
    known = [label.id for label in scheme.labels if label.id in found]
    return [*known, *(id for id in found if id not in known)][:MOST_LABELS]


def _names(labels: Sequence[str], scheme: Scheme) -> tuple[str, ...]:
    return tuple(label_words(scheme, id) for id in labels)


def _most_annotated(tallies: Sequence[Tally], most: int) -> list[str]:
    """Return the articles with the most annotations, in the order of the folder."""
    counts = Counter[str]()
    for tally in tallies:
        counts[tally.article] += len(tally.marked)
    chosen = {article for article, _count in counts.most_common(most)}
    return [article for article in counts if article in chosen]


def _article_mark(name: str, article: str, places: Places, words: int, wording: Wording) -> Mark:
    rate, count = per_thousand(len(places), words), counted_annotations(len(places))
    shown = rate_text(rate or 0.0, wording)
    sentence = _("{label} in {article}: {rate} per 1,000 words, {annotations}")
    told = sentence.format(label=name, article=article_name(article), rate=shown, annotations=count)
    return Mark(told, shown, rate or 0.0, len(places), places)


def _together_mark(cells: Cells, pair: tuple[str, str], whole: int, scheme: Scheme, overlapping: bool) -> Mark:
    one, other = (label_words(scheme, id) for id in pair)
    places = cells.get(pair, ())
    count, total = number(len(places)), number(whole)
    if overlapping:
        sentence = ngettext(
            "{count} of {total} annotations {label} overlaps with {other}",
            "{count} of {total} annotations {label} overlap with {other}",
            len(places),
        )
    else:
        sentence = ngettext(
            "{count} of {total} annotations {label} stands in one sentence with {other}",
            "{count} of {total} annotations {label} stand in one sentence with {other}",
            len(places),
        )
    return Mark(
        sentence.format(count=count, total=total, label=one, other=other), count, len(places), len(places), places
    )
