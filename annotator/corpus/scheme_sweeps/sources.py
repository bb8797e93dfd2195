"""Sidecars that a change of the scheme has altered, for others that have comments or decisions on their annotations."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from annotator.corpus.scheme_sweeps.swept_document import swept_document
from annotator.facts.desk.version_digests import KnownVersions
from annotator.model.annotation import Annotation, Value
from annotator.model.document import Document
from annotator.model.items import Item, Kept, altered
from annotator.model.kinds.comments import Comment
from annotator.model.kinds.decisions import Decision
from annotator.model.scheme import Scheme
from annotator.model.scheme_changes.changes import Rename, SchemeChange
from annotator.model.scheme_changes.document_edits import joined_ids
from annotator.storage.sidecars.belonging import owned, same_name
from annotator.storage.sidecars.sidecar_editing import read_alone
from annotator.storage.sidecars.sidecar_reading import ReadSidecar


class Source(NamedTuple):
    """A sidecar that the change has altered: its annotator, its article and text, and what became of annotations.

    ``instead`` has, by the id of each annotation that is gone, the id of the one that stays. ``said`` and ``says`` are
    the digests of the annotations before and after; None if the change is more than a new name.
    """

    annotator: str
    article: str
    sha256: str
    instead: Mapping[str, str]
    said: KnownVersions | None
    says: KnownVersions | None

    def is_beside(self, read: ReadSidecar) -> bool:
        """Tell whether a sidecar, read without its article, is of the same article."""
        return same_name(read.document.article.name, self.article) or read.sha256 == self.sha256


def source_of(path: Path, before: bytes, change: SchemeChange, scheme: Scheme) -> Source | None:
    """Return the source whose sidecar held ``before``; None if the change does not alter it. Raises SidecarError."""
    read = read_alone(path, before)
    was = _settled(read)
    now = swept_document(was, change, scheme)
    if now is was:
        return None
    digests = (KnownVersions(was), KnownVersions(now)) if isinstance(change, Rename) else (None, None)
    annotator = owned(path, was).annotator
    return Source(annotator, was.article.name, read.sha256, joined_ids(was, change), *digests)


def followed(document: Document, source: Source) -> Document:
    """Return the document of another annotator after the source has changed; itself if that does not concern it.

    Comments are on the annotations that stay, and decisions that were valid stay valid.
    """
    document = _with(document, Comment, {id: _moved(item, source) for id, item in document.of(Comment).items()})
    return _with(document, Decision, {id: _standing(item, source) for id, item in document.of(Decision).items()})


def _settled(read: ReadSidecar) -> Document:
    """Return the document with annotations at the spans that the file gives, as on the text that they were made on."""
    found: dict[str, Annotation] = {}
    for id, item in read.document.annotations.items():
        form = item.displaced
        is_here = form is not None and form.sha256 == read.sha256
        found[id] = altered(item, displaced=altered(form, sha256="")) if form and is_here else item
    return read.document.with_items(Annotation, found)


def _with(document: Document, kind: type[Kept], items: Mapping[str, Kept]) -> Document:
    old: Mapping[str, Item] = document.of(kind)
    if all(item is old[id] for id, item in items.items()):
        return document
    return document.with_items(kind, items)


def _moved(comment: Comment, source: Source) -> Comment:
    if not source.annotator or comment.annotator != source.annotator or comment.on not in source.instead:
        return comment
    return altered(comment, on=source.instead[comment.on])


def _standing(decision: Decision, source: Source) -> Decision:
    """Return the decision with the id that stays and, if it was valid, the digest with the new names."""
    name, id = source.annotator, decision.of.get(source.annotator)
    if not isinstance(id, str) or not id:
        return decision
    of: Mapping[str, Value] = {**decision.of, name: source.instead.get(id, id)}
    over = decision.over
    if source.said and source.says and over.get(name) == source.said[id]:
        over = {**over, name: source.says[id]}
    return decision if of == decision.of and over == decision.over else altered(decision, of=of, over=over)
