"""Split bars: sources by house and by how openly they are named, and facts by voice."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TypeAlias

from annotator.corpus.charts.bar_charts import NO_FACTS, OTHERS
from annotator.corpus.charts.chart import Head, SplitBars, SplitRow
from annotator.corpus.charts.wording import label_look, part_mark, value_name
from annotator.corpus.tallies.counts import NOT_TOLD, Places, all_marked, by_value, facts
from annotator.corpus.tallies.tally import Marked, Tally
from annotator.corpus.tallies.voices import (
    ATTRIBUTED,
    NAMING,
    OWN,
    by_voice,
    choices_of,
    house_attribute,
    source_label,
)
from annotator.language.label_names import shown_name
from annotator.model.scheme import Label, Scheme
from annotator.translation.messages import N_, _, ngettext, number

Named: TypeAlias = tuple[str, str]
"""Name as it is shown, and the value as files have it."""

MOST = 8
"""Bars at most; the others are one bar together."""
VOICE_WORDS = {OWN: N_("the article’s own voice"), ATTRIBUTED: N_("attributed"), NOT_TOLD: N_("not told")}


def sources_chart(tallies: Iterable[Tally], scheme: Scheme) -> SplitBars | None:
    """Return the sources by house, split by how openly they are named; None where the scheme cannot tell."""
    label = source_label(scheme)
    if label is None:
        return None
    items = [item for item in all_marked(tallies) if item.label == label.id]
    if not items:
        nothing = _("No {label} is marked here yet.").format(label=shown_name(label))
        return SplitBars(Head("sources", _("Sources"), nothing=nothing))
    house = house_attribute(label)
    line = _("{count} in the text, by how openly they are named") if not house else _house_line(house)
    head = Head("sources", _("Sources"), line.format(count=number(len(items))))
    namings = _namings(items, label)
    names = tuple(_name(one) for one in namings)
    rows = _houses(items, house)
    split = tuple(_row(name, some, namings, names) for name, some in rows)
    return SplitBars(head, names, split, label_look(scheme, label.id), tuple(namings))


def voices_chart(tallies: Iterable[Tally], scheme: Scheme) -> SplitBars:
    """Return the facts in the article's own voice and the attributed ones, split by whether a source is marked."""
    items, title = facts(tallies), _("In whose voice")
    if not items:
        return SplitBars(Head("voice", title, nothing=_(NO_FACTS)))
    parts = (_("with a source"), _("without a source"))
    rows = []
    for voice, some in by_voice(items).items():
        split = tuple(it for it in some if it.sourced), tuple(it for it in some if not it.sourced)
        rows.append(_split((_(VOICE_WORDS[voice]), voice), len(some), list(zip(parts, split, strict=True))))
    line = ngettext(
        "{count} fact, by whether a source is marked", "{count} facts, by whether a source is marked", len(items)
    )
    look = label_look(scheme, min(item.label for item in items))
    head = Head("voice", title, line.format(count=number(len(items))))
    return SplitBars(head, parts, tuple(rows), look, ("with source", "without source"))


def _house_line(house: str) -> str:
    sentence = _("{count} in the text, by {house} and by how openly they are named")
    return sentence.replace("{house}", value_name(house))


def _namings(items: Sequence[Marked], label: Label) -> list[str]:
    """Return the choices of naming, then other values, and last the empty one where some do not tell it."""
    choices = choices_of(label, NAMING)
    found = by_value(items, NAMING, choices)
    return [*choices, *(value for value in found if value not in choices)]


def _houses(items: Sequence[Marked], house: str) -> list[tuple[Named, Sequence[Marked]]]:
    """Return the sources by house, the largest first; those that do not tell it last."""
    if not house:
        return [((_("all"), "(all)"), items)]
    groups = by_value(items, house)
    rows: list[tuple[Named, Sequence[Marked]]] = [((_name(value), value), some) for value, some in groups.items()]
    if len(rows) <= MOST:
        return rows
    rest = rows[MOST - 1 :]
    name = ngettext("{count} other", "{count} others", len(rest)).format(count=number(len(rest)))
    return [*rows[: MOST - 1], ((name, OTHERS), [item for _other, some in rest for item in some])]


def _row(name: Named, items: Sequence[Marked], namings: Sequence[str], names: Sequence[str]) -> SplitRow:
    groups = by_value(items, NAMING)
    return _split(name, len(items), [(shown, groups.get(one, ())) for one, shown in zip(namings, names, strict=True)])


def _split(named: Named, whole: int, parts: Iterable[tuple[str, Places]]) -> SplitRow:
    name, id = named
    # Translators: a part of a bar, as in “government, unnamed”.
    of = _("{row}, {part}")
    marks = tuple(part_mark(of.format(row=name, part=part), places, whole) for part, places in parts)
    return SplitRow(name, marks, number(whole), id)


def _name(value: str) -> str:
    return value_name(value) if value != NOT_TOLD else _(VOICE_WORDS[NOT_TOLD])
