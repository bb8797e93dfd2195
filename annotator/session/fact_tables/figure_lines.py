"""Lines of the table of figures, grouped by what is counted or in the order of the text."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from annotator.facts.figures.rows import FigureRow
from annotator.facts.finding import Place
from annotator.language.folding import folded
from annotator.language.plain_line import plain_line
from annotator.language.values.numbers import Separators, number_text
from annotator.model.scheme import Scheme
from annotator.session.fact_tables.contents import Contents
from annotator.session.fact_tables.lines import Line, Lit, Order
from annotator.translation.messages import N_, _, number

VALUE, SAID_AS, UNIT, AS_OF, SOURCE, SENTENCE = range(6)
COLUMNS = (N_("Value"), N_("Said as"), N_("Unit"), N_("As of"), N_("Source"), N_("Sentence"))
UNKNOWN, PERCENT, ATTRIBUTED = "–", "percent", "attributed_to"


def figure_lines(contents: Contents, order: Order, separators: Separators, scheme: Scheme | None) -> list[Line]:
    """Return the lines of all figures; groups come in the order in which the text first counts their thing."""
    lit = Lit.of(contents)
    badge = source_label(scheme)
    lines = [_line(number, row, lit, separators, badge) for number, row in enumerate(contents.figures)]
    if not order.grouped:
        return in_order(lines, contents.figures, order)
    groups: dict[str, list[Line]] = {}
    for line, row in zip(lines, contents.figures, strict=True):
        groups.setdefault(folded(group_of(row)), []).append(line)
    unsaid = groups.pop("", [])
    found: list[Line] = []
    for group in [*groups.values(), *([unsaid] if unsaid else [])]:
        found += [_heading(group, contents, lit), *in_order(group, contents.figures, order)]
    return found


def group_of(row: FigureRow) -> str:
    """Return what the figure counts, as far as its values say it; empty if they do not."""
    return plain_line(row.counted or row.people or row.unit).strip()


def in_order(lines: Sequence[Line], rows: Sequence[FigureRow], order: Order) -> list[Line]:
    """Return the lines by the column of the order; by the numbers themselves where it has numbers."""
    match order.column:
        case column if column == VALUE:
            return sorted(lines, key=lambda line: _value_key(rows[line.row]), reverse=order.down)
        case column if column in (-1, SENTENCE):
            return sorted(lines, key=lambda line: _text_key(rows[line.row]), reverse=order.down)
        case column:
            return sorted(lines, key=lambda line: folded(line.cells[column]), reverse=order.down)


def place_of(row: FigureRow) -> Place:
    """Return the place of the figure."""
    return Place(row.span, row.id, row.article)


def value_words(row: FigureRow, separators: Separators) -> str:
    """Return the figure's number, or its bounds, in the language of the window; its words where none was read."""
    if row.value is not None:
        return _with_unit(number_text(row.value, separators), row)
    if row.low is not None and row.high is not None:
        bounds = f"{number_text(row.low, separators)}–{number_text(row.high, separators)}"
        return _with_unit(bounds, row)
    one = row.low if row.low is not None else row.high
    sign = "≥ " if row.low is not None else "≤ "
    return _with_unit(sign + number_text(one, separators), row) if one is not None else plain_line(row.words)


def source_label(scheme: Scheme | None) -> str:
    """Return the id of the label that the sources of claims have; empty where the scheme knows none."""
    rule = scheme.relation(ATTRIBUTED) if scheme else None
    return rule.target if rule else ""


def _line(row_number: int, row: FigureRow, lit: Lit, separators: Separators, badge: str) -> Line:
    source = plain_line(row.source) or _("the article")
    cells = (
        value_words(row, separators),
        row.modifier.replace("-", " ") or UNKNOWN,
        plain_line(row.unit or row.counted) or UNKNOWN,
        plain_line(row.as_of) or UNKNOWN,
        source,
        place_words(row.article, row.sentence),
    )
    muted = {SAID_AS, AS_OF, SENTENCE} | (set() if row.source else {SOURCE})
    return Line(
        cells,
        row_number,
        lit=lit.at(place_of(row)) is not None,
        badge=badge if row.source else "",
        muted=frozenset(muted),
    )


def place_words(article: str, sentence: int) -> str:
    """Return the number of the sentence, after the name of the article where it has one."""
    where = number(sentence) if sentence else UNKNOWN
    # Translators: an article’s name and the number of a sentence in it.
    return _("{article} {sentence}").format(article=plain_line(article), sentence=where) if article else where


def _heading(group: Sequence[Line], contents: Contents, lit: Lit) -> Line:
    name = group_of(contents.figures[group[0].row]) or _("It is not said what is counted")
    found = (lit.at(place_of(contents.figures[line.row])) for line in group if line.lit)
    first = next((one for one in found if one), None)
    return Line((name,), count=len(group), complaint=first.finding.title if first else "")


def _with_unit(words: str, row: FigureRow) -> str:
    return f"{words} %" if row.kind == PERCENT else words


def _value_key(row: FigureRow) -> tuple[bool, Decimal]:
    known = next((one for one in (row.value, row.low, row.high) if one is not None), None)
    return known is None, known if known is not None else Decimal(0)


def _text_key(row: FigureRow) -> tuple[str, int, int, str]:
    return row.article, row.span.start, row.span.end, row.id
