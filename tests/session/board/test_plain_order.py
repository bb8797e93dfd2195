"""Lines of the board as they are worked out, beside the same by the plain rules, on any rows."""

from __future__ import annotations

from collections.abc import Sequence

from hypothesis import given
from hypothesis import strategies as st

from annotator.corpus.board.parts import OPEN, BoardDocument, BoardPart
from annotator.corpus.board.reading import Wanted
from annotator.corpus.board.table import BoardTable
from annotator.facts.board.columns import BoardColumn, ColumnKind, board_columns
from annotator.facts.board.rows import Asked, BoardRow, Pieces
from annotator.language.folding import folded
from annotator.session.board.arrangement import NO_GROUPS, Arrangement, BoardView
from annotator.session.board.orders import RowOrders
from annotator.session.board.row_order import finished, ordering
from annotator.session.board.sorting import Level
from annotator.storage.schemes.scheme_lookup import built_in_scheme

WANTED = Wanted("claim", board_columns(built_in_scheme(), "claim"))
BY_ID = {column.id: column for column in WANTED.columns}
SAID, VERDICT, STATE = BY_ID["relation:attributed_to"], BY_ID["attribute:verdict"], BY_ID["state"]
TEXTS = {
    SAID.name: ["", "Anna", "bo", "Éva\nAnna", "Éva"],
    VERDICT.name: ["", *(VERDICT.rule.choices[:3] if VERDICT.rule else ()), "unheard-of"],
}
STATES = ["", "asked", "confirmed"]
TIMES = ["", "2024-02-03T04:05:06Z", "2024-02-03T04:05:07Z", "2031-01-01T00:00:00Z"]
LEVELS = ["words", SAID.id, VERDICT.id, STATE.id, "modified", "evidence", "article", "annotator"]
TERMS = ["", "a", "verdict:none", "-verdict:supported", "state:asked,none", "has:evidence", "-has:note,relation"]
TERMS += ["article:1", "-annotator:eve", "attributed_to:anna", "has:query a", "has:verdict -has:place"]


@st.composite
def rows_of_documents(draw: st.DrawFn) -> BoardRow:
    shown = [column for column in WANTED.columns if column.has_cells]
    cells = tuple(draw(st.sampled_from(TEXTS.get(column.name, [""]))) for column in shown)
    few = st.integers(0, 2)
    return BoardRow(
        id="c1",
        start=0,
        end=1,
        number=draw(few),
        words=draw(st.sampled_from(["A bridge", "a Bridge", "Toll", "Éa", "b"])),
        cells=cells,
        state=draw(st.sampled_from(STATES)),
        evidence=Pieces(draw(few)),
        queries=Asked(draw(few), 0),
        created="",
        modified=draw(st.sampled_from(TIMES)),
        is_open=draw(st.booleans()),
        has_note=draw(st.booleans()),
        has_place=draw(st.booleans()),
    )


@st.composite
def parts(draw: st.DrawFn) -> BoardPart:
    """A few documents, of which later ones may take the place of earlier ones."""
    maker = WANTED.maker()
    for number in draw(st.lists(st.integers(0, 5), unique=True, min_size=1, max_size=3)):
        about = BoardDocument(f"{number}.txt", f"{number}.yaml", draw(st.sampled_from(["", "Eve", "bob"])), "", "done")
        maker.add(about, draw(st.lists(rows_of_documents(), min_size=draw(st.integers(0, 3)), max_size=5)))
    return maker.part()


views = st.builds(
    BoardView,
    filter=st.sampled_from(TERMS),
    scope=st.sampled_from(["all", "open", "checked"]),
    levels=st.lists(st.builds(Level, st.sampled_from(LEVELS), st.booleans()), max_size=2).map(tuple),
    group=st.sampled_from([NO_GROUPS, "article", "annotator", SAID.id, VERDICT.id, STATE.id]),
)


@given(
    st.lists(parts(), min_size=1, max_size=4),
    views,
    st.sets(st.integers(0, 3)),
    st.sampled_from([set(), {""}, {"1.yaml", "Anna"}]),
)
def test_lines_are_those_of_the_plain_rules_also_where_orders_were_worked_out_for_fewer_documents(
    read: Sequence[BoardPart], view: BoardView, worked_out: set[int], closed: set[str]
) -> None:
    table, made = BoardTable(WANTED.columns), Arrangement()
    orders = RowOrders(table)
    for number, part in enumerate(read):
        table.add(part)
        if number in worked_out:
            work_out(orders)
    made.arrange(orders, view)
    made.close(closed)
    assert lines(made) == plain_lines(table, view, closed)
    assert [row for row in range(len(table.ids)) if made.line_of(row) >= 0] == sorted(
        line for line in lines(made) if isinstance(line, int)
    )


@given(st.lists(st.tuples(rows_of_documents(), rows_of_documents()), min_size=1, max_size=8), views, st.booleans())
def test_lines_are_those_of_the_plain_rules_after_rows_have_changed_in_place_or_are_gone(
    rows: Sequence[tuple[BoardRow, BoardRow]], view: BoardView, is_gone: bool
) -> None:
    table, made = BoardTable(WANTED.columns), Arrangement()
    orders, (before, after) = RowOrders(table), zip(*rows, strict=True)
    table.add(part_with(before))
    work_out(orders)
    table.add(part_with(after))
    if is_gone:
        table.remove("0.yaml")
    made.arrange(orders, view)
    assert lines(made) == plain_lines(table, view, set())


@given(st.lists(st.integers(0, 5) | st.integers(), max_size=60), st.booleans(), st.data())
def test_an_order_in_steps_is_that_of_sorting(keys: Sequence[int], is_turned: bool, data: st.DataObject) -> None:
    every = range(len(keys))[:: -1 if is_turned else 1]
    found = finished(ordering(keys, every, nothing=0))
    some, rest = [row for row in every if keys[row]], [row for row in every if not keys[row]]
    assert list(found.up) == sorted(some, key=keys.__getitem__) + rest
    assert list(found.down) == sorted(some, key=keys.__getitem__, reverse=True) + rest
    assert sorted(every, key=found.ranks.__getitem__) == list(found.up)
    wanted = data.draw(st.sets(st.sampled_from(every))) if keys else set()
    assert found.through([row for row in every if row in wanted], down=False) == [
        row for row in found.up if row in wanted
    ]


@given(st.lists(parts(), min_size=1, max_size=4), st.sampled_from(TERMS), st.sampled_from(["article", NO_GROUPS]))
def test_appended_lines_are_those_of_arranging_all(read: Sequence[BoardPart], typed: str, group: str) -> None:
    table, grown, made, view = BoardTable(WANTED.columns), Arrangement(), Arrangement(), BoardView(typed, group=group)
    grown.arrange(RowOrders(table), view)
    for part in read:
        known = len(table.documents)
        numbers = table.add(part)
        if any(number < known for number in numbers):
            grown.arrange(RowOrders(table), view)
        elif numbers:
            further, before = grown.further(table, view, numbers), grown.count
            expected = before + grown.lines_for(further)
            grown.append(further)
            assert grown.count == expected
    made.arrange(RowOrders(table), view)
    assert lines(grown) == lines(made)


def part_with(rows: Sequence[BoardRow]) -> BoardPart:
    """A document for each of the rows."""
    maker = WANTED.maker()
    for number, row in enumerate(rows):
        maker.add(BoardDocument(f"{number}.txt", f"{number}.yaml", "", "", "done"), [row])
    return maker.part()


def work_out(orders: RowOrders) -> None:
    orders.begin()
    while orders.step():
        pass


def lines(made: Arrangement) -> list[str | int]:
    """The lines as keys of groups and numbers of rows."""
    found = ((made.group(line), made.row(line)) for line in range(made.count))
    return [group.key if group else row for group, row in found]


# the plain rules


def plain_lines(table: BoardTable, view: BoardView, closed: set[str]) -> list[str | int]:
    rows = [row for row in table.rows() if passes(table, view, row)]
    for level in reversed(view.levels):
        rows = sorted_by(table, BY_ID[level.column], rows, down=level.down)
    if view.group == NO_GROUPS:
        return list(rows)
    column, found = BY_ID[view.group], list[str | int]()
    every = list(table.rows())
    order = every if column.kind is ColumnKind.ARTICLE else sorted_by(table, column, every, down=False)
    if column.kind is ColumnKind.ANNOTATOR:
        order = sorted(every, key=lambda row: folded(table.document(row).annotator))
    for key in dict.fromkeys(key_of(table, column, row) for row in order):
        some = [row for row in rows if key_of(table, column, row) == key]
        found += [key, *(some if key not in closed else ())] if some else []
    return found


def key_of(table: BoardTable, column: BoardColumn, row: int) -> str:
    about = table.document(row)
    if column.kind is ColumnKind.ARTICLE:
        return about.sidecar
    return about.annotator if column.kind is ColumnKind.ANNOTATOR else table.text(column, row).partition("\n")[0]


def sorted_by(table: BoardTable, column: BoardColumn, rows: list[int], *, down: bool) -> list[int]:
    """Sort by one column; what is empty comes last, equal rows stay in their order."""
    keys = {row: plain_key(table, column, row) for row in rows}
    filled = [row for row in rows if keys[row] is not None]
    filled.sort(key=lambda row: keys[row] or (), reverse=down)
    return filled + [row for row in rows if keys[row] is None]


def plain_key(table: BoardTable, column: BoardColumn, row: int) -> tuple[float, str] | None:
    about = table.document(row)
    match column.kind:
        case ColumnKind.WORDS:
            return 0, table.folded[row]
        case ColumnKind.ARTICLE:
            return 0, about.article
        case ColumnKind.ANNOTATOR:
            return (0, folded(about.annotator)) if about.annotator else None
        case ColumnKind.EVIDENCE | ColumnKind.MODIFIED as kind:
            number = table.numbers["pieces" if kind is ColumnKind.EVIDENCE else "modified"][row]
            return (number, "") if number else None
    text = table.text(column, row)
    order = column.rule.choices if column.rule and column.kind is ColumnKind.ATTRIBUTE else ()
    order = ("", "asked", "confirmed") if column.kind is ColumnKind.STATE else order
    place = order.index(text) if text in order else len(order)
    return (place, folded(text)) if text else None


def passes(table: BoardTable, view: BoardView, row: int) -> bool:
    is_open = bool(table.flags[row] & OPEN)
    if view.scope != "all" and is_open != (view.scope == "open"):
        return False
    return all(meets(table, term, row) for term in view.filter.split())


def meets(table: BoardTable, term: str, row: int) -> bool:
    name, colon, value = term.lstrip("-").partition(":")
    if not colon:
        return term in table.folded[row]
    return any(has(table, name, one, row) for one in value.split(",")) != term.startswith("-")


def has(table: BoardTable, name: str, value: str, row: int) -> bool:
    said, verdict, state = (table.text(column, row) for column in (SAID, VERDICT, STATE))
    flags, numbers, about = table.flags[row], table.numbers, table.document(row)
    answers = {
        "verdict:none": not verdict,
        "verdict:supported": verdict == "supported",
        "state:asked": state == "asked",
        "state:none": not state,
        "has:evidence": numbers["pieces"][row] > 0,
        "has:query": numbers["queries"][row] > 0,
        "has:note": bool(flags & 2),
        "has:place": bool(flags & 4),
        "has:relation": bool(said),
        "has:verdict": bool(verdict),
        "article:1": "1" in about.article,
        "annotator:eve": "eve" in folded(about.annotator),
        "attributed_to:anna": "anna" in folded(said),
    }
    return answers[f"{name}:{value}"]
