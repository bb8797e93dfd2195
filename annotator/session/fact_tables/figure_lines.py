"""Lines of the table of figures."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cache

from annotator.facts.figures.amount_words import amount_words
from annotator.facts.figures.rows import FigureRow
from annotator.facts.finding import Place
from annotator.language.folding import folded
from annotator.language.plain_line import plain_line
from annotator.language.values.numbers import Separators
from annotator.model.scheme import Scheme
from annotator.session.fact_tables.found import Lit
from annotator.session.fact_tables.lines import UNKNOWN, Line, filter_text
from annotator.translation.messages import N_, _, number

VALUE, SAID_AS, UNIT, AS_OF, SOURCE, SENTENCE = range(6)
COLUMNS = (N_("Value"), N_("Said as"), N_("Unit"), N_("As of"), N_("Source"), N_("Sentence"))
ATTRIBUTED, NOTHING = "attributed_to", Decimal(0)
QUIET, QUIET_ARTICLE = frozenset({SAID_AS, AS_OF, SENTENCE}), frozenset({SAID_AS, AS_OF, SOURCE, SENTENCE})


@dataclass(frozen=True, slots=True)
class Looks:
    """Facts by which all lines of a document are made: separators of numbers, and the label of sources."""

    separators: Separators
    badge: str


def looks_of(scheme: Scheme, separators: Separators) -> Looks:
    """Return the looks for documents of the scheme; without a badge where it knows no sources of claims."""
    rule = scheme.relation(ATTRIBUTED)
    return Looks(separators, rule.target if rule else "")


def figure_lines(rows: Sequence[FigureRow], lit: Lit, looks: Looks) -> tuple[Line, ...]:
    """Return a line for each figure; figures that count the same thing have the same group."""
    groups: dict[str, str] = {}
    plain = cache(plain_line)  # units and sources are the same in many rows
    return tuple(_line(row, lit, _cells(row, looks.separators, plain), groups, looks.badge) for row in rows)


def place_of(row: FigureRow) -> Place:
    """Return the place of the figure."""
    return Place(row.span, row.id, row.article)


def value_words(row: FigureRow, separators: Separators) -> str:
    """Return the figure's number, or its bounds, in the language of the window; its words where none was read."""
    return amount_words(row.amount, separators) or plain_line(row.words)


def place_words(article: str, sentence: int) -> str:
    """Return the number of the sentence, after the name of the article where it has one."""
    where = number(sentence) if sentence else UNKNOWN
    # Translators: an article’s name and the number of a sentence in it.
    return _("{article} {sentence}").format(article=plain_line(stem_of(article)), sentence=where) if article else where


def stem_of(article: str) -> str:
    """Return the name of the article without its suffix."""
    return article.rpartition(".")[0] or article


def _line(row: FigureRow, lit: Lit, cells: tuple[str, ...], groups: dict[str, str], badge: str) -> Line:
    place = place_of(row)
    found = lit.at(place)
    complaint = found.finding.title if found else ""
    group = _group(row, groups)
    return Line(
        cells,
        (place,),
        _keys(row, cells),
        group,
        lit=found is not None,
        complaint=complaint,
        badge=badge if row.source else "",
        muted=QUIET if row.source else QUIET_ARTICLE,
        text=filter_text(*cells, group),
    )


def _cells(row: FigureRow, separators: Separators, plain: Callable[[str], str]) -> tuple[str, ...]:
    return (
        value_words(row, separators),
        row.modifier.replace("-", " ") or UNKNOWN,
        plain(row.unit or row.counted) or UNKNOWN,
        plain(row.as_of) or UNKNOWN,
        plain(row.source) or _("the article"),
        place_words(row.article, row.sentence),
    )


def _group(row: FigureRow, groups: dict[str, str]) -> str:
    """Return the name of the figure's group, as it is first written; empty where nothing says what is counted."""
    written = row.counted or row.people or row.unit
    found = groups.get(written)
    if found is None:
        name = plain_line(written).strip()
        found = groups[written] = groups.setdefault(folded(name), name)
    return found


def _keys(row: FigureRow, cells: Sequence[str]) -> tuple[object, ...]:
    """Return what the columns are sorted by: numbers, then words, and the place in the text for the last one."""
    known = row.value if row.value is not None else row.low if row.low is not None else row.high
    words = [cell.casefold() for cell in cells[VALUE + 1 : SENTENCE]]
    return (known is None, known or NOTHING), *words, (row.article, row.span.start)
