"""Documents for scripts and notebooks: read, turned into rows, written. ``import annotator`` gives all of it.

Offsets are Unicode code points, half-open, as in Python's ``text[start:end]``.

>>> import annotator
>>> entries = list(annotator.read_folder(annotator.samples()))
>>> [entry.path for entry in entries]
['aleppo-evacuation.txt', 'harbour-report.txt', 'night-market.txt', 'old-town-flood.txt']
>>> first = entries[0].annotations[0]
>>> first.label, first.span.of(entries[0].text)
('part', 'Buses bring first thousands out of eastern Aleppo')
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import TypeAlias

from annotator.anchoring.anchored import read_document as read_with_article
from annotator.corpus.documents import document_in
from annotator.corpus.entries import entries_below
from annotator.model.annotation import Annotation, Relation, Value
from annotator.model.article import Article
from annotator.model.document import Document
from annotator.model.entry import Entry
from annotator.model.span import Span
from annotator.storage.articles.article_reading import read_article_of
from annotator.storage.files.file_bytes import is_there
from annotator.storage.files.file_error import FileError, Problem, SaveError
from annotator.storage.program.resources import samples
from annotator.storage.saving.saver import Saver, held_by
from annotator.storage.schemes.scheme_lookup import scheme_of
from annotator.storage.sidecars.sidecar_files import is_sidecar, new_document, sidecar_path

__all__ = [
    "Annotation",
    "Article",
    "Document",
    "Entry",
    "FileError",
    "Problem",
    "Relation",
    "Span",
    "read_document",
    "read_folder",
    "samples",
    "to_records",
    "write_document",
]

AnyPath: TypeAlias = str | os.PathLike[str]


def read_folder(path: AnyPath, problems: list[Problem] | None = None) -> Iterator[Entry]:
    """Every document below a folder, one after another; nothing is read before it is asked for.

    Args:
        path: a folder, or one article or sidecar.
        problems: where given, what cannot be read is added here and left out.

    Yields:
        Entries: ``path`` is the article's below the folder, ``document`` has the annotations and relations by id.

    Raises:
        FileError: for the first file that cannot be read, where ``problems`` is not given.

    >>> import annotator
    >>> sum(len(entry.document.annotations) for entry in annotator.read_folder(annotator.samples()))
    182
    """
    for found in entries_below([Path(path)]):
        if isinstance(found, Entry):
            yield found
        elif problems is None:
            raise FileError(found)
        else:
            problems.append(found)


def read_document(path: AnyPath, annotator: str = "") -> Document:
    """The document of one article; one in which nothing is annotated, where there is no sidecar yet.

    Args:
        path: an article, or a sidecar.
        annotator: whose document of the article; empty for the one without a name.

    Raises:
        FileError: where the article or the sidecar cannot be read.

    >>> import annotator
    >>> document = annotator.read_document(annotator.samples() / "night-market.txt")
    >>> document.status.value, len(document.annotations)
    ('in-work', 15)
    """
    path = Path(path)
    if is_sidecar(path):
        return document_in(path).document
    sidecar = sidecar_path(path, annotator)
    article = read_article_of(path, sidecar).article
    if not is_there(sidecar):
        return new_document(article, annotator, scheme_of(path.parent)[0].id)
    return read_with_article(sidecar, article).document


def write_document(document: Document, article: AnyPath, *, replace: bool = False) -> Path:
    """Write the document as the sidecar of its article, whole or not at all.

    Args:
        document: whose ``annotator`` is part of the sidecar's name.
        article: the article's path. Its text must be the one that the document is of.
        replace: a sidecar that is there may be replaced; the history keeps it.

    Returns:
        The sidecar's path.

    Raises:
        FileError: where the article cannot be read, or has another text.
        SaveError: a FileError, where there is a sidecar already or it cannot be written.

    >>> import annotator, shutil, tempfile
    >>> folder = tempfile.TemporaryDirectory()
    >>> article = shutil.copy(annotator.samples() / "bus-fares.txt", folder.name)
    >>> document = annotator.read_document(article, annotator="model")
    >>> annotator.write_document(document, article).name
    'bus-fares.annotations.model.yaml'
    >>> folder.cleanup()
    """
    path = Path(article)
    sidecar = sidecar_path(path, document.annotator)
    if read_article_of(path, sidecar).article.sha256 != document.article.sha256:
        raise SaveError.at(path, "It has another text than the document is of. Read the document anew.")
    there = held_by(sidecar)
    if there is not None and not replace:
        raise SaveError.at(sidecar, "It is there already. It can be replaced with replace=True.")
    Saver(sidecar).save(document, there, datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ"))
    return sidecar


def to_records(entries: Iterable[Entry] | AnyPath) -> Iterator[dict[str, Value]]:
    """One flat row for each annotation, with the same keys in every row of a folder with one scheme.

    Args:
        entries: what ``read_folder`` gives, or a folder.

    Yields:
        ``path``, ``annotator``, ``status``, ``id``, ``label``, ``start``, ``end`` (code points), ``text``, ``note``,
        ``origin``, ``created``, ``modified``, and ``attribute_…`` for each attribute that the scheme or the annotation
        has; None where it has no value. Annotations that have lost their place have None for ``start`` and ``end``.

    >>> import annotator
    >>> rows = list(annotator.to_records(annotator.samples()))
    >>> rows[1]["label"], rows[1]["start"], rows[1]["end"]
    ('claim', 0, 49)

    ``pandas.DataFrame(annotator.to_records(folder))`` and ``polars.DataFrame(list(…))`` make tables of them.
    """
    if isinstance(entries, str | os.PathLike):
        entries = read_folder(entries)
    for entry in entries:
        known = [rule.id for label in entry.scheme.labels for rule in label.attributes]
        for item in entry.annotations:
            yield _record(entry, item, known)


def _record(entry: Entry, item: Annotation, known: Iterable[str]) -> dict[str, Value]:
    document = entry.document
    placed = item.displaced is None
    return {
        "path": entry.path,
        "annotator": document.annotator,
        "status": document.status.value,
        "id": item.id,
        "label": item.label,
        "start": item.span.start if placed else None,
        "end": item.span.end if placed else None,
        "text": document.words(item),
        "note": item.note,
        "origin": item.origin,
        "created": item.created,
        "modified": item.modified,
        **{f"attribute_{id}": item.attributes.get(id) for id in [*known, *item.attributes]},
    }
