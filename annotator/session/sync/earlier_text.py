"""Earlier text of the open article: the one that was signed, else the one before, with what has changed since."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from annotator.anchoring.text_changes import TextChanges
from annotator.facts.desk.rounds import in_order
from annotator.model.annotation import Annotation, Relation
from annotator.model.article import Article
from annotator.model.document import Document
from annotator.model.items import altered
from annotator.model.kinds.sign_offs import SignOff
from annotator.storage.files.file_error import FileError
from annotator.storage.saving.history import versions
from annotator.storage.saving.kept_texts import kept_text
from annotator.storage.sidecars.sidecar_files import root_of
from annotator.storage.yaml.lined_mapping import YamlError


@dataclass(frozen=True, slots=True)
class EarlierText:
    """An earlier text as a document with the annotations at their places in it, and the ``changes`` since.

    ``signed``: it is the text of a sign-off. ``since`` is the hash of the text to which the changes lead.
    """

    document: Document
    changes: TextChanges
    signed: bool
    since: str

    def is_of(self, document: Document) -> bool:
        """Return whether the changes lead to the present text of the document."""
        return document.article.sha256 == self.since


def earlier_text(document: Document, sidecar: Path, saved: bytes | None) -> EarlierText | None:
    """Return the earlier text with which to compare the document; None where none is kept.

    ``saved`` are the bytes of the sidecar, None if it has none.
    """
    now = document.article.sha256
    signed = {item.sha256 for item in document.of(SignOff).values()}
    for sha256 in dict.fromkeys(_hashes(document, sidecar, saved)):
        text = None if sha256 in ("", now) else kept_text(sidecar.parent, sha256)
        if text is not None:
            changes = TextChanges(text, document.article.text)
            return EarlierText(_then(document, sha256, text, changes), changes, sha256 in signed, now)
    return None


def _hashes(document: Document, sidecar: Path, saved: bytes | None) -> Iterator[str]:
    """Yield the hashes of earlier texts, the one to compare with first: signed, annotated, and those of versions."""
    yield from (item.sha256 for item in reversed(in_order(document.of(SignOff).values())))
    yield from (item.displaced.sha256 for item in document.annotations.values() if item.displaced)
    if saved:
        yield _hash_in(saved)
    try:
        for version in versions(sidecar):
            yield _hash_in(version.data())
    except FileError:
        return


def _hash_in(data: bytes) -> str:
    """Return the hash of the text that a sidecar is of; empty if it does not say."""
    try:
        return str(root_of(data).mapping("article").required("sha256"))
    except YamlError:
        return ""


def _then(document: Document, sha256: str, text: str, changes: TextChanges) -> Document:
    """Return the document with the earlier text and the annotations that are in it."""
    items = document.annotations
    here = [item for item in items.values() if not item.is_elsewhere]
    spans = changes.spans_in_old([item.span for item in here])
    placed = {item.id: altered(item, span=span, displaced=None) for item, span in zip(here, spans, strict=True) if span}
    for item in items.values():
        if item.displaced and item.displaced.sha256 == sha256 and item.span.end <= len(text):
            placed[item.id] = altered(item, displaced=None)
    relations = _between(document.relations, placed)
    article = Article.of(document.article.name, text)
    return Document(article, placed, relations, annotator=document.annotator, scheme=document.scheme)


def _between(relations: Mapping[str, Relation], ends: Mapping[str, Annotation]) -> dict[str, Relation]:
    return {id: item for id, item in relations.items() if item.source in ends and item.target in ends}
