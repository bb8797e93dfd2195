"""Documents with checked facts, to sign."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from annotator.facts.desk.signing import sign
from annotator.model.annotation import Annotation, Excerpt
from annotator.model.article import Article
from annotator.model.check_edits import put_item
from annotator.model.document import Document
from annotator.model.items import altered
from annotator.model.scheme import AttributeRule, Label, Scheme
from annotator.model.span import Span

CLAIM = Label("claim", "c", "#56B4E9", "fill", (AttributeRule("verdict", "choice", ("supported", "refuted")),))
SOURCE = Label("source", "s", "#E69F00", "line")
FACTS = Scheme("facts", "Facts", (CLAIM, SOURCE))
NO_EXCEPTIONS: Mapping[str, str] = {}
MORNING, NOON, EVENING = (f"2026-11-29T{hour}:00:00Z" for hour in ("08", "12", "18"))


def confirmed(text: str, spans: Mapping[str, Span]) -> Document:
    """Return a document with a confirmed claim at each span."""
    items = {id: Annotation(id, "claim", span, state="confirmed") for id, span in spans.items()}
    return Document(Article.of("story.txt", text), items)


def signed(
    document: Document,
    by: str = "alice",
    at: str = MORNING,
    *,
    id: str = "s1",
    exceptions: Mapping[str, str] = NO_EXCEPTIONS,
) -> Document:
    """Return the document with the sign-off of that person. Raises SigningError."""
    sign_off = sign(document, FACTS, id=id, by=by, at=at, exceptions=exceptions)
    return put_item(document, sign_off).apply(document)


def with_annotation(document: Document, annotation: Annotation) -> Document:
    """Return the document with the annotation in place of the one with its id, or added."""
    return document.with_items(Annotation, {**document.annotations, annotation.id: annotation})


def outdated(document: Document, text: str) -> Document:
    """Return the document as it is read where its article has changed to ``text``."""
    old = document.article
    items = {
        id: altered(item, displaced=Excerpt(item.words(old.text), *_around(item.span, old.text), sha256=old.sha256))
        for id, item in document.annotations.items()
    }
    return replace(document, article=Article.of(old.name, text), annotations=items)


def _around(span: Span, text: str) -> tuple[str, str]:
    return text[max(0, span.start - 32) : span.start], text[span.end : span.end + 32]
