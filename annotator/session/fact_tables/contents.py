"""Contents of the tables: figures and names of documents, and what does not fit among them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import chain

from annotator.facts.figures.mismatches import mismatches
from annotator.facts.figures.rows import FigureRow, figure_rows
from annotator.facts.names.findings import name_findings
from annotator.facts.names.joined_rows import joined_rows
from annotator.facts.names.rows import NameRow, name_rows
from annotator.language.article_language import article_language
from annotator.language.values.numbers import Separators
from annotator.model.document import Document
from annotator.model.kinds.dismissals import Dismissal
from annotator.model.scheme import Scheme
from annotator.session.fact_tables.figure_lines import figure_lines, looks_of
from annotator.session.fact_tables.found import Found, Lit, found_in
from annotator.session.fact_tables.lines import Line
from annotator.session.fact_tables.name_lines import name_lines


@dataclass(frozen=True, slots=True)
class Figures:
    """Figures in the order of the text with a line for each, and what does not fit, dismissed findings too."""

    rows: tuple[FigureRow, ...] = ()
    lines: tuple[Line, ...] = ()
    found: tuple[Found, ...] = ()


@dataclass(frozen=True, slots=True)
class Names:
    """Names in the order of their first mentions with a line for each, and what does not fit."""

    rows: tuple[NameRow, ...] = ()
    lines: tuple[Line, ...] = ()
    found: tuple[Found, ...] = ()


@dataclass(frozen=True, slots=True)
class Contents:
    """Figures and names of one document or of several."""

    figures: Figures = Figures()
    names: Names = Names()

    @property
    def found(self) -> tuple[Found, ...]:
        """All findings, dismissed ones too."""
        return self.figures.found + self.names.found

    @property
    def open(self) -> tuple[Found, ...]:
        """Findings that nobody has dismissed."""
        return tuple(one for one in self.found if not one.dismissal)

    @property
    def dismissed(self) -> tuple[Found, ...]:
        return tuple(one for one in self.found if one.dismissal)


def figures_of(document: Document, scheme: Scheme, separators: Separators, article: str = "") -> Figures:
    """Return the figures of a document; ``article`` is its name where the tables are those of a folder."""
    rows = figure_rows(document, scheme, article)
    findings = mismatches(document, rows, separators)
    found = found_in(findings, document.of(Dismissal).values(), article)
    lines = figure_lines(rows, Lit(found), looks_of(scheme, separators))
    return Figures(tuple(rows), lines, found)


def figures_without_findings(document: Document, scheme: Scheme, separators: Separators, article: str = "") -> Figures:
    """Return the figures of a document without looking for what does not fit."""
    rows = figure_rows(document, scheme, article)
    return Figures(tuple(rows), figure_lines(rows, Lit(()), looks_of(scheme, separators)))


def names_of(document: Document, scheme: Scheme, article: str = "") -> Names:
    """Return the names of a document; ``article`` as for ``figures_of``."""
    language = article_language(document)
    rows = name_rows(document, scheme, language, article)
    findings = name_findings(document, scheme, language, article)
    found = found_in(findings, document.of(Dismissal).values(), article)
    return Names(tuple(rows), name_lines(rows, Lit(found)), found)


def joined_figures(parts: Iterable[Contents]) -> Figures:
    """Return the figures of several documents as one table."""
    some = [part.figures for part in parts]
    flat = chain.from_iterable
    rows, lines = flat(part.rows for part in some), flat(part.lines for part in some)
    return Figures(tuple(rows), tuple(lines), tuple(flat(part.found for part in some)))


def joined_names(parts: Iterable[Contents]) -> Names:
    """Return the names of several documents as one table, in which a name that is written the same has one row."""
    some = [part.names for part in parts]
    if len(some) == 1:
        return some[0]
    rows = joined_rows(part.rows for part in some)
    found = tuple(chain.from_iterable(part.found for part in some))
    return Names(tuple(rows), name_lines(rows, Lit(found)), found)
