"""The tables as CSV."""

from __future__ import annotations

import csv
from decimal import Decimal
from io import StringIO

from annotator.facts.figures.rows import FigureRow
from annotator.facts.finding import Finding, Place
from annotator.facts.names.rows import NameRow, Variant
from annotator.model.kinds.dismissals import Dismissal
from annotator.model.span import Span
from annotator.session.fact_tables.csv_file import figures_csv, names_csv
from annotator.session.fact_tables.found import Found

ROW = FigureRow("a", Span(4, 7), "412", value=Decimal(412), counted="homes", claim="=1+1\nsaid he")
PLACE = Place(ROW.span, "a")


def rows(table: str) -> list[dict[str, str]]:
    return [*csv.DictReader(StringIO(table))]


def test_a_figure_has_its_place_its_values_and_what_does_not_fit() -> None:
    found = Found(Finding("same-thing", "Two numbers", "412 is not 421.", (PLACE,)))
    (row,) = rows(figures_csv([ROW], [found], "report.txt"))
    assert (row["article"], row["start"], row["end"], row["value"]) == ("report.txt", "4", "7", "412")
    assert (row["does_not_fit"], row["dismissed_because"]) == ("412 is not 421.", "")


def test_a_reason_stands_beside_what_was_dismissed() -> None:
    dismissal = Dismissal("x", "same-thing", ("a",), why="sheds")
    found = Found(Finding("same-thing", "Two numbers", "412 is not 421.", (PLACE,)), dismissal=dismissal)
    (row,) = rows(figures_csv([ROW], [found], ""))
    assert row["dismissed_because"] == "sheds"


def test_no_cell_is_a_formula_or_has_line_breaks() -> None:
    (row,) = rows(figures_csv([ROW], [], ""))
    assert row["claim"] == "'=1+1 said he"


def test_a_name_has_its_forms_with_their_counts() -> None:
    variants = (Variant("Dana Reiff", (PLACE,)), Variant("Reif", (Place(Span(9, 13)),)))
    found = Found(Finding("spelling", "Two spellings", "Reiff or Reif?", (Place(Span(9, 13)),)))
    (row,) = rows(names_csv([NameRow("Dana Reiff", "person", variants)], [found]))
    assert row["written_as"] == "Dana Reiff (1); Reif (1)"
    assert (row["times"], row["ticked"], row["does_not_fit"]) == ("2", "no", "Reiff or Reif?")
