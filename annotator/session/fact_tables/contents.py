"""Contents of the tables: figures and names of documents, and what does not fit among them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from annotator.facts.figures.mismatches import mismatches
from annotator.facts.figures.rows import FigureRow, figure_rows
from annotator.facts.finding import Finding, Place
from annotator.facts.names.rows import NameRow, name_rows
from annotator.language.article_language import article_language
from annotator.language.values.numbers import Separators
from annotator.model.document import Document
from annotator.model.kinds.dismissals import Dismissal
from annotator.model.scheme import Scheme


@dataclass(frozen=True, slots=True)
class Found:
    """A finding, of the article of that name or the open one; ``dismissal`` says why it does fit, if it was told."""

    finding: Finding
    article: str = ""
    dismissal: Dismissal | None = None

    @property
    def key(self) -> tuple[object, ...]:
        """Rule, annotations and words by which it is known again when it is found anew."""
        return self.article, self.finding.rule, self.finding.of, self.finding.written


@dataclass(frozen=True, slots=True)
class Contents:
    """Figures and names in the order of the text, and all findings, dismissed ones too."""

    figures: tuple[FigureRow, ...] = ()
    names: tuple[NameRow, ...] = ()
    found: tuple[Found, ...] = ()

    @property
    def open(self) -> tuple[Found, ...]:
        """Findings that nobody has dismissed."""
        return tuple(one for one in self.found if not one.dismissal)

    @property
    def dismissed(self) -> tuple[Found, ...]:
        return tuple(one for one in self.found if one.dismissal)


def contents_of(document: Document, scheme: Scheme, separators: Separators, article: str = "") -> Contents:
    """Return the contents of one document; ``article`` is its name where the tables are those of a folder."""
    figures = figure_rows(document, scheme, article)
    names = name_rows(document, scheme, article_language(document), article)
    findings = mismatches(document, figures, separators)
    dismissals = [*document.of(Dismissal).values()]
    found = (_found(_in_article(one, article), dismissals, article) for one in findings)
    return Contents(tuple(figures), tuple(names), tuple(found))


def joined(parts: Iterable[Contents]) -> Contents:
    """Return the contents of several documents as one."""
    some = [*parts]
    return Contents(
        tuple(row for part in some for row in part.figures),
        tuple(row for part in some for row in part.names),
        tuple(one for part in some for one in part.found),
    )


def _found(finding: Finding, dismissals: Iterable[Dismissal], article: str) -> Found:
    return Found(finding, article, next((one for one in dismissals if finding.is_dismissed_by(one)), None))


def _in_article(finding: Finding, article: str) -> Finding:
    """Return the finding with the article of its places, which a rule on one document need not give."""
    if all(place.article == article for place in finding.places):
        return finding
    places = (place if place.article else Place(place.span, place.id, article) for place in finding.places)
    return replace(finding, places=tuple(places))
