"""Bars: labels, verdicts, states of check, and the values of any attribute with choices."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from annotator.corpus.charts.chart import Bar, Bars, Head, Kind, Look, Mark
from annotator.corpus.charts.wording import (
    Wording,
    count_mark,
    counted_annotations,
    label_look,
    label_words,
    part_mark,
    percent,
    rate_text,
    state_name,
    value_name,
)
from annotator.corpus.tallies.counts import (
    NOT_TOLD,
    Groups,
    Places,
    all_marked,
    by_label,
    by_state,
    by_value,
    facts,
    per_thousand,
    words_in,
)
from annotator.corpus.tallies.tally import Tally
from annotator.corpus.tallies.voices import choices_of
from annotator.language.label_names import attribute_name, shown_name
from annotator.model.annotation import CHECK_STATES
from annotator.model.scheme import AttributeRule, Label, Scheme
from annotator.translation.messages import N_, _, ngettext, number, pgettext

VERDICT = "verdict"
OTHERS = "(others)"
"""Id of the bar that is all others together."""
MOST = 9
"""Bars of a chart at most; the others are one bar together."""
NO_ANNOTATIONS = N_("Nothing is annotated here yet.")
NO_FACTS = N_("No fact to be checked is marked here yet.")


def labels_chart(tallies: Sequence[Tally], scheme: Scheme, wording: Wording, *, rates: bool = False) -> Bars:
    """Return the annotations by label, counted or per 1,000 words."""
    groups, words = by_label(tallies), words_in(tallies)
    title, total = _("Labels"), sum(map(len, groups.values()))
    if not total:
        return Bars(Head("labels", title, nothing=_(NO_ANNOTATIONS)))
    line = _("{annotations}, each bar with its own mark").format(annotations=counted_annotations(total))
    if rates:
        line = _("annotations per 1,000 words, each bar with its own mark")
    rows = [
        Bar(name, _rated(name, places, words, wording) if rates else count_mark(name, places), label_look(scheme, id))
        for id, places in groups.items()
        if (name := label_words(scheme, id))
    ]
    return Bars(Head("labels", title, line), _fewer(rows))


def verdicts_chart(tallies: Sequence[Tally], scheme: Scheme) -> Bars:
    """Return the facts by verdict; those without one are open."""
    items, title = facts(tallies), _("Verdicts")
    if not items:
        return Bars(Head("verdicts", title, nothing=_(NO_FACTS)))
    groups = by_value(items, VERDICT, _choices(scheme, VERDICT))
    rows = _parts(groups, len(items), Kind.VERDICT, pgettext("verdict", "open"))
    return Bars(Head("verdicts", title, _settled(len(items), sum(it.settled for it in items))), rows, whole=True)


def states_chart(tallies: Sequence[Tally]) -> Bars:
    """Return the facts by state of check."""
    items, title = facts(tallies), _("States of check")
    if not items:
        return Bars(Head("states", title, nothing=_(NO_FACTS)))
    rows = _parts(by_state(items, CHECK_STATES), len(items), Kind.STATE, _("no state"))
    return Bars(Head("states", title, _settled(len(items), sum(it.settled for it in items))), rows, whole=True)


def value_chart(tallies: Iterable[Tally], label: Label, rule: AttributeRule) -> Bars:
    """Return the annotations of a label by the value of one of its attributes with choices."""
    items = [item for item in all_marked(tallies) if item.label == label.id]
    # Translators: title of a chart: an attribute of a label, as in “Speaker of quote”.
    title = _("{attribute} of {label}").format(attribute=attribute_name(rule), label=shown_name(label))
    key = f"{label.id}-{rule.id}"
    if not items:
        return Bars(Head(key, title, nothing=_(NO_ANNOTATIONS)))
    rows = _parts(by_value(items, rule.id, rule.choices), len(items), Kind.OTHER, _("not told"))
    return Bars(Head(key, title, counted_annotations(len(items))), rows)


def _parts(groups: Groups, whole: int, kind: Kind, otherwise: str) -> tuple[Bar, ...]:
    rows = []
    for value, places in groups.items():
        known = state_name(value) if kind is Kind.STATE else value_name(value)
        name = known if value != NOT_TOLD else otherwise
        rows.append(Bar(name, part_mark(name, places, whole), Look(kind, value), percent(len(places), whole)))
    return _fewer(rows, whole)


def _fewer(rows: Sequence[Bar], whole: int = 0) -> tuple[Bar, ...]:
    """Return at most ``MOST`` bars, the last of which is all others together."""
    if len(rows) <= MOST:
        return tuple(rows)
    rest = rows[MOST - 1 :]
    name = ngettext("{count} other", "{count} others", len(rest)).format(count=number(len(rest)))
    places = tuple(place for row in rest for place in row.mark.behind)
    total = sum(row.mark.number for row in rest)
    mark = part_mark(name, places, whole) if whole else count_mark(name, places)
    mark = Mark(mark.words, mark.shown, total, mark.count, places)
    return (*rows[: MOST - 1], Bar(name, mark, Look(value=OTHERS), percent(len(places), whole)))


def _rated(name: str, places: Places, words: int, wording: Wording) -> Mark:
    rate = per_thousand(len(places), words) or 0.0
    shown = rate_text(rate, wording)
    said = _("{name}: {rate} per 1,000 words, {annotations}")
    sentence = said.format(name=name, rate=shown, annotations=counted_annotations(len(places)))
    return Mark(sentence, shown, rate, len(places), places)


def _settled(count: int, settled: int) -> str:
    sentence = ngettext("{count} fact, {settled} settled", "{count} facts, {settled} settled", count)
    return sentence.format(count=number(count), settled=number(settled))


def _choices(scheme: Scheme, attribute: str) -> tuple[str, ...]:
    return next((found for label in scheme.labels if (found := choices_of(label, attribute))), ())
