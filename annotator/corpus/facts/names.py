"""Names of the documents of a folder: rows, and what does not fit, in each document and between them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from annotator.corpus.entries import entries_below
from annotator.facts.finding import Finding, without_dismissed
from annotator.facts.names.findings import findings_in
from annotator.facts.names.joined_rows import joined_rows
from annotator.facts.names.name_facts import names_in
from annotator.facts.names.name_words import name_words
from annotator.facts.names.rows import NameRow, rows_of
from annotator.facts.names.rules.fixed_names import findings_among_rows
from annotator.language.article_language import article_language
from annotator.model.entry import Entry
from annotator.model.kinds.dismissals import Dismissal
from annotator.storage.files.file_error import Problem


@dataclass(frozen=True, slots=True)
class DocumentNames:
    """Names of a document. ``dismissed`` are the findings that its annotator has found to fit, ``findings`` the others.

    ``path`` is that of the article in its folder; ``language`` is empty where nothing is known of it.
    """

    path: str
    annotator: str
    language: str
    rows: Sequence[NameRow]
    findings: Sequence[Finding]
    dismissed: Sequence[Finding] = ()


def names_below(
    paths: Sequence[Path], passed: Callable[[str], None] = lambda _path: None
) -> Iterator[DocumentNames | Problem]:
    """Yield the names of every document below the paths, and a Problem for each that cannot be read; read lazily.

    ``passed`` is called with the path of each article before its names are looked for; what it raises ends the search.
    """
    for entry in entries_below(paths):
        if isinstance(entry, Entry):
            passed(entry.path)
            yield names_of(entry)
        else:
            yield entry


def names_of(entry: Entry) -> DocumentNames:
    """Return the names of a document of a folder."""
    document = entry.document
    facts = names_in(document, entry.scheme, article_language(document), entry.path)
    found, language = findings_in(facts), facts.known.language if facts.known else ""
    findings = without_dismissed(found, document.of(Dismissal).values())
    dismissed = [one for one in found if one not in findings]
    return DocumentNames(entry.path, document.annotator, language, rows_of(facts, document), findings, dismissed)


@dataclass(slots=True)
class FolderNames:
    """Names of a folder, accumulated document by document; texts are not kept."""

    _documents: list[DocumentNames] = field(default_factory=list)

    def add(self, names: DocumentNames) -> None:
        """Add the names of a document."""
        self._documents.append(names)

    @property
    def dismissed(self) -> int:
        """Number of findings that an annotator has found to fit."""
        return sum(len(document.dismissed) for document in self._documents)

    def rows(self) -> list[NameRow]:
        """Return a row for each name, the most frequent first."""
        return joined_rows(document.rows for document in self._documents)

    def findings(self) -> list[Finding]:
        """Return what does not fit in the documents, once for all annotators, and what does not fit between them.

        Between articles only variants of a fixed name count: people of similar names may be different ones.
        """
        found = {_key(one): one for document in self._documents for one in document.findings}
        for language, rows in self._by_language().items():
            if known := name_words(language):
                across = (one for one in findings_among_rows(rows, known) if _is_across(one))
                found |= {_key(one): one for one in across}
        return [*found.values()]

    def _by_language(self) -> dict[str, list[NameRow]]:
        documents = defaultdict[str, list[Sequence[NameRow]]](list)
        for document in self._documents:
            documents[document.language].append(document.rows)
        return {language: joined_rows(rows) for language, rows in documents.items()}


def _key(finding: Finding) -> tuple[object, ...]:
    return finding.rule, tuple((place.article, place.span) for place in finding.places)


def _is_across(finding: Finding) -> bool:
    return len({place.article for place in finding.places}) > 1
