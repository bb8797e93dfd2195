"""All charts of some documents, whatever their scheme."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from annotator.corpus.charts.bar_charts import VERDICT, labels_chart, states_chart, value_chart, verdicts_chart
from annotator.corpus.charts.chart import Chart
from annotator.corpus.charts.heat_charts import articles_chart, together_chart
from annotator.corpus.charts.progress_chart import progress_chart
from annotator.corpus.charts.split_charts import sources_chart, voices_chart
from annotator.corpus.charts.strokes_chart import strokes_chart
from annotator.corpus.charts.wording import Wording
from annotator.corpus.tallies.counts import by_label
from annotator.corpus.tallies.tally import Tally
from annotator.corpus.tallies.voices import AFFILIATION, KIND, NAMING, VOICE, source_label
from annotator.facts.figures.claims import ATTRIBUTED_TO
from annotator.model.scheme import AttributeRule, Label, Scheme

MOST_VALUES = 4
"""Charts of values at most, for a scheme with very many attributes."""


@dataclass(frozen=True, slots=True)
class Wishes:
    """Wishes of the user for the charts. ``label`` is the one whose places are shown, the most frequent one if empty.

    ``rates``: annotations per 1,000 words instead of their number. ``overlapping``: labels together where they overlap,
    instead of in one sentence. ``rows`` and ``columns`` bound the number of articles in a chart.
    """

    label: str = ""
    word: str = ""
    rates: bool = False
    overlapping: bool = False
    rows: int = 8
    columns: int = 10
    word_note: str = ""


USUAL, PLAIN = Wishes(), Wording()


def charts_of(
    tallies: Sequence[Tally], scheme: Scheme, wishes: Wishes = USUAL, wording: Wording = PLAIN
) -> tuple[Chart, ...]:
    """Return the charts that the scheme allows, in the order in which they are shown."""
    return tuple(_charts(tallies, scheme, wishes, wording))


def wished_charts(
    charts: Sequence[Chart], tallies: Sequence[Tally], scheme: Scheme, wishes: Wishes, wording: Wording
) -> tuple[Chart, ...]:
    """Return charts of the same tallies by other wishes: only those that go by a wish are made anew."""
    before = {chart.head.key: chart for chart in charts}
    after = {chart.head.key: chart for chart in _wished(tallies, scheme, wishes, wording)}
    return tuple(after.get(key, chart) for key, chart in before.items())


def _wished(tallies: Sequence[Tally], scheme: Scheme, wishes: Wishes, wording: Wording) -> Iterator[Chart]:
    yield labels_chart(tallies, scheme, wording, rates=wishes.rates)
    label = wishes.label or next(iter(by_label(tallies)), "")
    yield strokes_chart(tallies, scheme, label, wishes.word, rows=wishes.rows, note=wishes.word_note)
    yield together_chart(tallies, scheme, overlapping=wishes.overlapping)


def _charts(tallies: Sequence[Tally], scheme: Scheme, wishes: Wishes, wording: Wording) -> Iterator[Chart]:
    others = _values(tallies, scheme)
    sources = sources_chart(tallies, scheme)
    labels, places, together = _wished(tallies, scheme, wishes, wording)
    yield labels
    yield verdicts_chart(tallies, scheme) if _tells(scheme, VERDICT) else next(others, states_chart(tallies))
    yield progress_chart(tallies, wording)
    if chart := sources or next(others, None):
        yield chart
    yield articles_chart(tallies, scheme, wording, columns=wishes.columns)
    yield places
    if _tells(scheme, VOICE) or scheme.relation(ATTRIBUTED_TO):
        yield voices_chart(tallies, scheme)
    yield together
    if _tells(scheme, VERDICT) or any(item.state for tally in tallies for item in tally.marked):
        yield states_chart(tallies)
    if not (sources and _tells(scheme, VERDICT)):
        yield from others


def _tells(scheme: Scheme, attribute: str) -> bool:
    return any(rule.id == attribute for label in scheme.labels for rule in label.attributes)


def _values(tallies: Sequence[Tally], scheme: Scheme) -> Iterator[Chart]:
    """Yield the charts of attributes with choices that have no chart of their own, as far as values are given."""
    given = {(item.label, name) for tally in tallies for item in tally.marked for name in item.values}
    rules = [(label, rule) for label in scheme.labels for rule in label.attributes if (label.id, rule.id) in given]
    for label, rule in [pair for pair in rules if not _has_own(*pair, scheme)][:MOST_VALUES]:
        yield value_chart(tallies, label, rule)


def _has_own(label: Label, rule: AttributeRule, scheme: Scheme) -> bool:
    sources = source_label(scheme)
    return rule.id in (VERDICT, VOICE) or (label is sources and rule.id in (NAMING, AFFILIATION, KIND))
