"""Filter of the board, in the language of the list of annotations: ``verdict:none state:asked -has:evidence toll``."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence

from annotator.corpus.board.parts import NOTE, OPEN, PLACE
from annotator.corpus.board.table import BoardTable
from annotator.facts.board.columns import BoardColumn, ColumnKind
from annotator.language.folding import folded, folded_query
from annotator.session.annotation_filter import HAS, Term, parsed_with
from annotator.session.term_values import ANY, NONE, state_is, terms_of, value_is

ALL, OPEN_ONLY, CHECKED = "all", "open", "checked"
SCOPES = (ALL, OPEN_ONLY, CHECKED)
STATE, ARTICLE, ANNOTATOR = "state", "article", "annotator"
HAD = ("relation", "note", "place", "evidence", "query")
ARTICLE_WIDE = (ARTICLE, ANNOTATOR)


def known_names(columns: Sequence[BoardColumn]) -> dict[str, BoardColumn | None]:
    """Return the names that a term may have, case-folded, with their columns."""
    fixed: dict[str, BoardColumn | None] = dict.fromkeys((HAS, *ARTICLE_WIDE))
    named = {column.name.casefold(): column for column in columns if column.has_cells}
    states = [column for column in columns if column.kind is ColumnKind.STATE]
    return fixed | named | dict.fromkeys([STATE], states[0] if states else None)


def suggested_terms(columns: Sequence[BoardColumn]) -> list[str]:
    """Return the terms that can be typed: each state, each choice, and what an annotation may have."""
    ruled = (column.rule for column in columns if column.rule and column.kind is not ColumnKind.WORDS)
    choices = [term for rule in ruled for term in terms_of(rule)]
    ends = [column.name for column in columns if column.kind is ColumnKind.RELATION]
    relations = [f"{name}:{some}" for name in ends for some in (ANY, NONE)]
    return [*choices, *relations, *(f"{HAS}:{name}" for name in HAD)]


def filtered(table: BoardTable, rows: Sequence[int], typed: str, scope: str = ALL) -> Sequence[int]:
    """Return those of the rows that the filter and the scope let through, in their order; the same where all pass."""
    names = known_names(table.columns)
    asked = parsed_with(typed, names)
    found = _in_scope(table, rows, scope)
    for term in asked.terms:
        meets = _test(table, term, names[term.name])
        found = [row for row in found if meets(row) != term.negated]
    needle, texts = folded_query(asked.words), table.folded
    return [row for row in found if needle in texts[row]] if needle else found


def _in_scope(table: BoardTable, rows: Sequence[int], scope: str) -> Sequence[int]:
    flags = table.flags
    if scope == OPEN_ONLY:
        return [row for row in rows if flags[row] & OPEN]
    if scope == CHECKED:
        return [row for row in rows if not flags[row] & OPEN]
    return rows


def _test(table: BoardTable, term: Term, column: BoardColumn | None) -> Callable[[int], bool]:
    """Return the test whether a row meets the term, whatever its sign; each different text is looked at once."""
    coded = table.coded(column) if column else None
    if coded and column:
        meeting = {code for code, text in enumerate(coded.texts) if _meets(text, term, column)}
        codes = coded.codes
        return lambda row: codes[row] in meeting
    if term.name in ARTICLE_WIDE:
        said = [one.about.article if term.name == ARTICLE else one.about.annotator for one in table.documents]
        numbers = {at for at, text in enumerate(said) if _is_of(text, term.values)}
        documents = table.document_of
        return lambda row: documents[row] in numbers
    tests = [_having(table, wanted) for wanted in term.values]
    return tests[0] if len(tests) == 1 else lambda row: any(has(row) for has in tests)


def _is_of(text: str, values: Collection[str]) -> bool:
    said = folded(text)
    return any(wanted == (ANY if said else NONE) or (bool(said) and wanted in said) for wanted in values)


def _meets(text: str, term: Term, column: BoardColumn) -> bool:
    """Tell whether a cell has one of the values; the other end of a relation only has to contain it."""
    if column.kind is ColumnKind.RELATION:
        return _is_of(text, term.values)
    if not text:
        return NONE in term.values
    if column.kind is ColumnKind.STATE:
        return any(state_is(text, wanted) for wanted in term.values)
    return any(value_is(value, wanted) for value in _values(text, column) for wanted in term.values)


def _values(text: str, column: BoardColumn) -> Iterator[str | bool]:
    for line in text.split("\n"):
        is_flag = column.rule is not None and column.rule.type == "flag" and line in ("yes", "no")
        yield line == "yes" if is_flag else line


def _having(table: BoardTable, wanted: str) -> Callable[[int], bool]:
    """Return the test whether a row has a note, its place, evidence, a query, a relation or a value of that name."""
    match wanted:
        case "note":
            return lambda row: table.has(row, NOTE)
        case "place":
            return lambda row: table.has(row, PLACE)
        case "evidence":
            return lambda row: bool(table.numbers["pieces"][row])
        case "query":
            return lambda row: bool(table.numbers["queries"][row])
        case "relation":
            return _filled(table, [column for column in table.columns if column.kind is ColumnKind.RELATION])
        case name:
            named = [column for column in table.columns if column.has_cells and folded(column.name) == name]
            return _filled(table, named)


def _filled(table: BoardTable, columns: Sequence[BoardColumn]) -> Callable[[int], bool]:
    """Return the test whether any of these cells of a row is not empty."""
    some = [coded for column in columns if (coded := table.coded(column))]
    cells = [(one.codes, one.texts.index("") if "" in one.texts else -1) for one in some]
    return lambda row: any(codes[row] != empty for codes, empty in cells)
