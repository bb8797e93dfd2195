"""Lines of the table of names: each name once, with how it is written."""

from __future__ import annotations

from collections.abc import Sequence

from annotator.facts.names.mention import DATE, ORGANISATION, PERSON, PLACE, TITLE
from annotator.facts.names.rows import NameRow
from annotator.language.folding import folded
from annotator.language.plain_line import plain_line
from annotator.session.fact_tables.found import Lit
from annotator.session.fact_tables.lines import UNKNOWN, Line, filter_text
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


def name_lines(rows: Sequence[NameRow], lit: Lit) -> tuple[Line, ...]:
    """Return a line for each name."""
    return tuple(_line(row, lit) for row in rows)


def ticked_count(rows: Sequence[NameRow]) -> int:
    """Return how many of the names are ticked."""
    return sum(row.is_ticked for row in rows)


def written_words(row: NameRow) -> str:
    """Return in which forms the name is written: “one way”, or each with its count."""
    if len(row.variants) < 2:
        return _("one way")
    others = [one for one in row.variants if plain_line(one.written) != plain_line(row.name)]
    if len(others) < len(row.variants):
        # Translators: other forms of a name with their counts, as in “also “the port” 22 ×”.
        return _("also {forms}").format(forms=SEVERAL.join(_counted(f"“{one.written}”", one.count) for one in others))
    return SEVERAL.join(_counted(one.written, one.count) for one in row.variants)


def _line(row: NameRow, lit: Lit) -> Line:
    places = row.places
    found = lit.at(*places)
    kind = KIND_WORDS.get(row.kind)
    complaint = found.finding.title if found else ""
    written = complaint if complaint and len(row.variants) == 1 else written_words(row)
    cells = (plain_line(row.name), _(kind) if kind else UNKNOWN, number(row.count), written)
    name = folded(row.name)
    return Line(
        cells,
        places,
        (name, (cells[KIND], name), (-row.count, name), (cells[WRITTEN], name)),
        lit=found is not None,
        complaint="" if written == complaint else complaint,
        ticked=row.is_ticked,
        muted=frozenset({KIND} if found else {KIND, WRITTEN}),
        text=filter_text(*cells),
    )


def _counted(form: str, count: int) -> str:
    # Translators: a form of a name and how often it is written, as in “Reiff 5 ×”.
    return _("{form} {count} ×").format(form=plain_line(form), count=number(count))
