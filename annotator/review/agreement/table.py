"""Agreement as JSON values, as CSV and as LaTeX."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from annotator.language.annotator_names import annotator_name
from annotator.language.table_cells import csv_bytes
from annotator.review.agreement.behind import is_same
from annotator.review.agreement.folder import Agreement
from annotator.review.agreement.measures import NAMES
from annotator.review.agreement.results import Cell, Place, Reason, Row
from annotator.review.agreement.wording import interval_words, number_words, row_reason, why_no_number
from annotator.translation.forms import PLAIN

TO_ESCAPE = re.compile(r"[&%$#_{}~^\\]")
SPECIAL = {"\\": r"\textbackslash{}", "~": r"\textasciitilde{}", "^": r"\textasciicircum{}"}


def row_name(row: Row) -> str:
    """Return the row's name: a label, “all labels”, a type of relation, or label and attribute with a dot."""
    match row.key.kind:
        case "all":
            return "all labels"
        case "attribute":
            return f"{row.key.label}.{row.key.name}"
        case _:
            return row.key.name


def reason_of(cell: Cell, row: Row, agreement: Agreement) -> str:
    """Return why the cell has no number; empty if it has one."""
    if isinstance(cell.result, Reason):
        return why_no_number(cell.result, row, len(agreement.articles), agreement.least)
    return ""


def as_values(agreement: Agreement) -> dict[str, object]:
    """Return all results for JSON; a number that there is not is null, with its reason beside it."""
    pairs = sorted({place.annotators for place in agreement.places})
    return {
        "articles": len(agreement.articles),
        "annotators": [*agreement.annotators],
        "resamples": agreement.resamples,
        "seed": agreement.seed,
        "rows": [_row_values(row, agreement) for row in agreement.rows],
        "confusions": [
            {"annotators": [*pair], "labels": [one or None, other or None], "count": count}
            for pair in pairs
            for (one, other), count in sorted(agreement.matrix(*pair).items())
        ],
        "differences": [_place_values(place) for place in agreement.places if place.values or not is_same(place)],
        "relations": [_relation_values(place) for place in agreement.relation_places],
    }


def _row_values(row: Row, agreement: Agreement) -> dict[str, object]:
    measures: dict[str, object] = {}
    for name, cell in row.cells.items():
        limits = None if isinstance(cell.interval, Reason) else [*cell.interval]
        measures[name] = {"value": cell.number, "interval": limits, "reason": reason_of(cell, row, agreement) or None}
    of = {"label": row.key.label} if row.key.label else {}
    return {
        "kind": row.key.kind,
        "name": row.key.name,
        **of,
        "used": dict(row.used),
        "articles": row.articles,
        "measures": measures,
    }


def _place_values(place: Place) -> dict[str, object]:
    return {
        "article": place.article,
        "annotators": [*place.annotators],
        "labels": [place.label_a or None, place.label_b or None],
        "ids": [place.a or None, place.b or None],
        "start": place.start,
        "end": place.end,
        "same_place": place.same_place,
        "overlap": place.overlap,
        "values": {name: [one or None, other or None] for name, one, other in place.values},
    }


def _relation_values(place: Place) -> dict[str, object]:
    """Return a relation that only one annotator has; ``start`` and ``end`` are of where it begins."""
    return {
        "article": place.article,
        "annotators": [*place.annotators],
        "type": place.relation,
        "from": [place.a or None, place.b or None],
        "start": place.start,
        "end": place.end,
    }


def columns_of(agreement: Agreement) -> list[str]:
    """Return the measures that any row has, in their order."""
    return [name for name in NAMES if any(name in row.cells for row in agreement.rows)]


def as_csv(agreement: Agreement) -> bytes:
    """Return a table for spreadsheets: one line for each measure of each row, UTF-8 with a byte order mark."""
    used = [f"used by {name or 'no name'}" for name in agreement.annotators]
    head = ["kind", "name", *used, "articles", "measure", "value", "low", "high", "reason"]
    return csv_bytes(head, _csv_lines(agreement))


def _csv_lines(agreement: Agreement) -> Iterator[list[object]]:
    for row in agreement.rows:
        told = [row.key.kind, row_name(row), *row.used.values(), row.articles]
        for name, cell in row.cells.items():
            low, high = (None, None) if isinstance(cell.interval, Reason) else cell.interval
            yield [*told, name, cell.number, low, high, reason_of(cell, row, agreement)]


def as_latex(agreement: Agreement) -> str:
    """Return a ``tabular`` for a paper, with booktabs' rules: numbers with their intervals."""
    names = columns_of(agreement)
    lines = [
        f"% {len(agreement.articles)} articles, 95 % percentile intervals of {agreement.resamples} resamples,"
        f" seed {agreement.seed}",
        rf"\begin{{tabular}}{{l{'r' * (len(agreement.annotators) + len(names))}}}",
        r"\toprule",
        _line(["", *(_escaped(annotator_name(name)) for name in agreement.annotators), *names]),
        r"\midrule",
    ]
    lines += [_line(_latex_cells(row, names, agreement)) for row in agreement.rows]
    return "\n".join([*lines, r"\bottomrule", r"\end{tabular}", ""])


def _latex_cells(row: Row, names: Sequence[str], agreement: Agreement) -> list[str]:
    start = [_escaped(row_name(row)), *map(str, row.used.values())]
    if reason := row_reason(row):
        words = why_no_number(reason, row, len(agreement.articles), agreement.least)
        return [*start, rf"\multicolumn{{{len(names)}}}{{l}}{{{_escaped(words)}}}"]
    return [*start, *(_latex_cell(row.cells.get(name)) for name in names)]


def _latex_cell(cell: Cell | None) -> str:
    if cell is None or cell.number is None:
        return "--"
    number = _in_papers(cell.number)
    if isinstance(cell.interval, Reason):
        return number
    low, high = cell.interval
    return f"{number} ({_in_papers(low)}--{_in_papers(high)})"


def _in_papers(value: float) -> str:
    """Return the number with two decimals and a full stop, whatever the language of the window."""
    return PLAIN.decimal(round(value, 2) + 0.0, 2)


def _line(cells: Sequence[str]) -> str:
    return " & ".join(cells) + r" \\"


def _escaped(words: str) -> str:
    return TO_ESCAPE.sub(lambda found: SPECIAL.get(found[0], f"\\{found[0]}"), words)


def as_lines(agreement: Agreement) -> Iterator[str]:
    """Yield a table for a terminal: what everybody has used, and the measures with the interval of the first."""
    names = columns_of(agreement)
    table = [["", *map(annotator_name, agreement.annotators), *names]]
    reasons: list[str] = [""]
    for row in agreement.rows:
        reason = row_reason(row)
        words = why_no_number(reason, row, len(agreement.articles), agreement.least) if reason else ""
        cells = [] if reason else [_cell_words(row.cells.get(name)) for name in names]
        table.append([row_name(row), *map(str, row.used.values()), *cells])
        reasons.append(words)
    widths = [max((len(line[at]) for line in table if at < len(line)), default=0) for at in range(len(table[0]))]
    for line, words in zip(table, reasons, strict=True):
        cells = [
            cell.rjust(width) if at else cell.ljust(width)
            for at, (cell, width) in enumerate(zip(line, widths, strict=False))
        ]
        yield "  ".join([*cells, *([words] if words else [])]).rstrip()


def _cell_words(cell: Cell | None) -> str:
    if cell is None or cell.number is None:
        return "–"
    limits = interval_words(cell)
    return f"{number_words(cell.number)} ({limits})" if limits else number_words(cell.number)
