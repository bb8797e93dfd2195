"""All rules on names, titles and dates together."""

from __future__ import annotations

from annotator.facts.finding import Finding
from annotator.facts.names.name_facts import NameFacts, names_in
from annotator.facts.names.rules import changing_titles, fixed_names, no_such_dates, spellings, weekdays
from annotator.model.document import Document
from annotator.model.scheme import Scheme

RULES = (fixed_names, spellings, changing_titles, weekdays, no_such_dates)


def name_findings(document: Document, scheme: Scheme, language: str, article: str = "") -> list[Finding]:
    """Return the names, titles and dates of the document that do not fit, in the order of their first places.

    ``language`` and ``article`` are those of ``name_rows``. Dismissed findings are among them.
    """
    return findings_in(names_in(document, scheme, language, article))


def findings_in(facts: NameFacts) -> list[Finding]:
    """Return what does not fit in the names and dates, in the order of their first places."""
    found = [finding for rule in RULES for finding in rule.findings(facts)]
    return sorted(found, key=lambda finding: min(place.span for place in finding.places))
