"""Interface for scripts and notebooks: read documents, turn them into rows, write them.

``import annotator`` provides all names. Offsets are code points, half-open, as in Python's ``text[start:end]``.

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
from annotator.storage.saving.own_sidecar import sidecar_of
from annotator.storage.saving.saver import Saver, held_by
from annotator.storage.schemes.scheme_lookup import scheme_of
from annotator.storage.sidecars.belonging import owned
from annotator.storage.sidecars.sidecar_files import is_sidecar, new_document

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
    """Yield every document below a folder, read lazily, one at a time.

    Args:
        path: a folder, an article or a sidecar.
        problems: a list to which files that cannot be read are added; they are left out of the result.

    Yields:
        Entries: ``path`` is that of the article relative to the folder; ``document`` has its annotations by id.

    Raises:
        FileError: for the first file that cannot be read, if ``problems`` is None.

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
    """Read the document of an article; return one without annotations if there is no sidecar yet.

    Args:
        path: an article or a sidecar.
        annotator: the annotator whose document of the article to read; empty for the one without a name.

    Raises:
        FileError: if the article or the sidecar cannot be read.

    >>> import annotator
    >>> document = annotator.read_document(annotator.samples() / "night-market.txt")
    >>> document.status.value, len(document.annotations)
    ('in-work', 15)
    """
    path = Path(path)
    if is_sidecar(path):
        return document_in(path).document
    sidecar = sidecar_of(path, annotator)
    article = read_article_of(path, sidecar).article
    if not is_there(sidecar):
        return new_document(article, annotator, scheme_of(path.parent)[0].id)
    return owned(sidecar, read_with_article(sidecar, article).document)


def write_document(document: Document, article: AnyPath, *, replace: bool = False) -> Path:
    """Write the document as the sidecar of its article, by atomic replacement.

    Args:
        document: the document; its ``annotator`` is part of the sidecar's name.
        article: the path of the article, which must have the same text as the document.
        replace: True to replace an existing sidecar, which the history keeps.

    Returns:
        The path of the sidecar.

    Raises:
        FileError: if the article cannot be read.
        SaveError: a FileError, if the article has another text, the sidecar exists already or cannot be written.

    >>> import annotator, shutil, tempfile
    >>> folder = tempfile.TemporaryDirectory()
    >>> article = shutil.copy(annotator.samples() / "bus-fares.txt", folder.name)
    >>> document = annotator.read_document(article, annotator="model")
    >>> annotator.write_document(document, article).name
    'bus-fares.annotations.model.yaml'
    >>> folder.cleanup()
    """
    return _written(document, Path(article), replace=replace)


def _written(document: Document, path: Path, *, replace: bool) -> Path:
    sidecar = sidecar_of(path, document.annotator)
    if read_article_of(path, sidecar).article.sha256 != document.article.sha256:
        raise SaveError.at(path, "Its text is not that of the document. Read the document again.")
    there = held_by(sidecar)
    if there is not None and not replace:
        raise SaveError.at(sidecar, "It exists already. It can be replaced with replace=True.")
    Saver(sidecar, strict=True).save(document, there, datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ"))
    return sidecar


def to_records(entries: Iterable[Entry] | AnyPath) -> Iterator[dict[str, Value]]:
    """Yield a flat row for each annotation; all rows of a folder with one scheme have the same keys.

    Args:
        entries: the result of ``read_folder``, or a folder.

    Yields:
        ``path``, ``annotator``, ``status``, ``id``, ``label``, ``start``, ``end`` (code points), ``text``, ``note``,
        ``origin``, ``created``, ``modified``, and ``attribute_…`` for each attribute of the scheme or the annotation,
        None if it has no value. Displaced annotations have None for ``start`` and ``end``.

    >>> import annotator
    >>> rows = list(annotator.to_records(annotator.samples()))
    >>> rows[1]["label"], rows[1]["start"], rows[1]["end"]
    ('claim', 0, 49)

    ``pandas.DataFrame(annotator.to_records(folder))`` and ``polars.DataFrame(list(…))`` make tables of the rows.
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
