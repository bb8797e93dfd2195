"""Lines of the table of names: each name once, with how it is written."""

from __future__ import annotations

from collections.abc import Sequence

from annotator.facts.names.mention import DATE, ORGANISATION, PERSON, PLACE, TITLE
from annotator.facts.names.rows import NameRow
from annotator.language.folding import folded
from annotator.language.plain_line import plain_line
from annotator.session.fact_tables.contents import Contents
from annotator.session.fact_tables.lines import Line, Lit, Order
from annotator.translation.messages import N_, _, number

NAME, KIND, TIMES, WRITTEN = range(4)
COLUMNS = (N_("Name or title"), N_("Kind"), N_("Times"), N_("Written as"))
KIND_WORDS = {
    PERSON: N_("person"),
    ORGANISATION: N_("organisation"),
    PLACE: N_("place"),
    DATE: N_("date"),
    TITLE: N_("title"),
}
SEVERAL = " · "


def name_lines(contents: Contents, order: Order) -> list[Line]:
    """Return the lines of all names, by name where the order has no column."""
    lit = Lit.of(contents)
    lines = [_line(number, row, lit) for number, row in enumerate(contents.names)]
    rows = contents.names
    match order.column:
        case column if column == TIMES:
            return sorted(lines, key=lambda line: rows[line.row].count, reverse=order.down)
        case column if column in (-1, NAME):
            return sorted(lines, key=lambda line: folded(rows[line.row].name), reverse=order.down)
        case column:
            return sorted(lines, key=lambda line: folded(line.cells[column]), reverse=order.down)


def ticked_count(rows: Sequence[NameRow]) -> int:
    """Return how many of the names are ticked."""
    return sum(row.is_ticked for row in rows)


def _line(row_number: int, row: NameRow, lit: Lit) -> Line:
    kind = KIND_WORDS.get(row.kind)
    cells = (plain_line(row.name), _(kind) if kind else "–", number(row.count), written_words(row))
    is_lit = any(lit.at(place) for place in row.places)
    muted = {KIND} if is_lit else {KIND, WRITTEN}
    return Line(cells, row_number, lit=is_lit, ticked=row.is_ticked, muted=frozenset(muted))


def written_words(row: NameRow) -> str:
    """Return in which forms the name is written: “one way”, or each with its count."""
    if len(row.variants) < 2:
        return _("one way")
    first, *others = row.variants
    if plain_line(first.written) == plain_line(row.name):
        # Translators: other forms of a name with their counts, as in “also “the port” 22 ×”.
        return _("also {forms}").format(forms=SEVERAL.join(_counted(f"“{one.written}”", one.count) for one in others))
    return SEVERAL.join(_counted(one.written, one.count) for one in row.variants)


def _counted(form: str, count: int) -> str:
    # Translators: a form of a name and how often it is written, as in “Reiff 5 ×”.
    return _("{form} {count} ×").format(form=plain_line(form), count=number(count))
