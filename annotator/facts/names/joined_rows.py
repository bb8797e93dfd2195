"""Rows of several documents as those of a folder: one for each name that is written the same."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from annotator.facts.finding import Place
from annotator.facts.names.mention import KINDS, UNKNOWN
from annotator.facts.names.rows import NameRow, Variant
from annotator.language.folding import folded


def joined_rows(documents: Iterable[Sequence[NameRow]]) -> list[NameRow]:
    """Return a row for each name, the most frequent first; ``documents`` are the rows of each.

    A place that several annotators have in their documents counts once. Persons of one surname are not put together: in
    another article “Reiff” may be somebody else.
    """
    by_name = defaultdict[str, list[NameRow]](list)
    for rows in documents:
        for row in rows:
            by_name[folded(row.name)].append(row)
    joined = [_joined(rows) for rows in by_name.values()]
    return sorted(joined, key=lambda row: (-row.count, row.name))


def _joined(rows: Sequence[NameRow]) -> NameRow:
    kinds = [row.kind for row in rows if row.kind != UNKNOWN]
    kind = max(kinds, key=lambda one: (kinds.count(one), -KINDS.index(one)), default=UNKNOWN)
    titles = dict.fromkeys(title for row in rows for title in row.titles)
    ticks = tuple(id for row in rows for id in row.ticked_by) if all(row.is_ticked for row in rows) else ()
    return NameRow(rows[0].name, kind, _variants(rows), tuple(titles), ticks)


def _variants(rows: Iterable[NameRow]) -> tuple[Variant, ...]:
    forms = defaultdict[str, dict[tuple[str, int, int], Place]](dict)
    for row in rows:
        for variant in row.variants:
            for place in variant.places:
                forms[variant.written].setdefault((place.article, place.span.start, place.span.end), place)
    variants = [Variant(written, tuple(places.values())) for written, places in forms.items()]
    return tuple(sorted(variants, key=lambda variant: -variant.count))
