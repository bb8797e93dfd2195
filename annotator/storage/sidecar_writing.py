"""A document as the bytes of its sidecar: a fixed layout, so that the same document gives the same bytes."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from operator import attrgetter, itemgetter
from typing import Any, Generic, TypeVar

from annotator.model.annotation import Annotation, Excerpt, Relation
from annotator.model.article import Article
from annotator.model.document import Document
from annotator.model.span import Span
from annotator.storage.yaml_text import entries, escaped, quoted, word

FORMAT = "annotator"
VERSION = 1
CONTEXT = 32

Kept = TypeVar("Kept", Annotation, Relation)


class SidecarWriter:
    """Writes the states of a document one after another; what has not changed since the last is not written anew."""

    def __init__(self) -> None:
        self._article: Article | None = None
        self._annotations: _Blocks[Annotation]
        self._relations: _Blocks[Relation] = _Blocks(relation_text, attrgetter("id"))

    def data(self, document: Document) -> bytes:
        """The whole sidecar. Raises UnicodeEncodeError for a lone surrogate."""
        if self._article is not document.article:
            text = document.article.text
            self._annotations = _Blocks(lambda annotation: annotation_text(annotation, text), attrgetter("position"))
            self._article = document.article
        return b"".join(
            [
                header_text(document).encode(),
                *_section(b"annotations:\n", self._annotations.of(document.annotations)),
                *_section(b"relations:\n", self._relations.of(document.relations)),
                *_section(b"read:\n", [f"- [{span.start}, {span.end}]\n".encode() for span in document.read]),
                entries(document.extra).encode(),
            ]
        )


class _Blocks(Generic[Kept]):
    """The text of each item, kept for as long as the very same item is in the document."""

    def __init__(self, text_of: Callable[[Kept], str], position_of: Callable[[Kept], Any]) -> None:
        self._text_of: Callable[[Kept], str] = text_of
        self._position_of: Callable[[Kept], Any] = position_of
        self._kept: dict[str, tuple[Kept, Any, bytes]] = {}

    def of(self, items: Mapping[str, Kept]) -> list[bytes]:
        """The texts of all items, by their positions."""
        before, kept = self._kept, {}
        for id, item in items.items():
            block = before.get(id)
            if block is None or block[0] is not item:
                block = (item, self._position_of(item), self._text_of(item).encode())
            kept[id] = block
        self._kept = kept
        return [text for _, _, text in sorted(kept.values(), key=itemgetter(1))]


def _section(head: bytes, blocks: list[bytes]) -> list[bytes]:
    return [head, *blocks] if blocks else []


def header_text(document: Document) -> str:
    """Everything before the annotations."""
    article = document.article
    return (
        f"# Annotations of {escaped(article.name)}. Made with Annotator; safe to edit by hand, comments are not kept.\n"
        f"format: {FORMAT}\nversion: {VERSION}\n"
        f"article:\n  file: {quoted(article.name)}\n  sha256: {quoted(article.sha256)}\n  length: {len(article.text)}\n"
        f"{entries(document.article_extra, '  ')}"
        f"{_line('annotator', document.annotator, '')}{_line('scheme', document.scheme, '')}"
        f"status: {word(document.status.value)}\n"
    )


def annotation_text(annotation: Annotation, text: str) -> str:
    """One annotation, with the words it marks in ``text`` and those around them, or with its own excerpt."""
    span = annotation.span
    excerpt = annotation.displaced or excerpt_at(span, text)
    written = (
        f"- id: {word(annotation.id)}\n  label: {word(annotation.label)}\n"
        f"  start: {span.start}\n  end: {span.end}\n  text: {quoted(excerpt.text)}\n"
        f"{_line('before', excerpt.before)}{_line('after', excerpt.after)}"
    )
    if annotation.attributes:
        written += f"  attributes:\n{entries(annotation.attributes, '    ')}"
    written += f"{_line('note', annotation.note)}{_line('origin', annotation.origin)}"
    written += f"{_line('created', annotation.created)}{_line('modified', annotation.modified)}"
    return written + entries(annotation.extra, "  ") if annotation.extra else written


def relation_text(relation: Relation) -> str:
    return (
        f"- id: {word(relation.id)}\n  type: {word(relation.type)}\n"
        f"  from: {word(relation.source)}\n  to: {word(relation.target)}\n{entries(relation.extra, '  ')}"
    )


def excerpt_at(span: Span, text: str) -> Excerpt:
    """The words at the span with up to 32 characters on either side."""
    start, end = span.start, span.end
    return Excerpt(text[start:end], text[max(0, start - CONTEXT) : start], text[end : end + CONTEXT])


def stands_at(span: Span, words: str, text: str) -> bool:
    """Whether the words are those at the span, none of which lies past the end of the text."""
    return span.of(text) == words


def _line(key: str, text: str, indent: str = "  ") -> str:
    return f"{indent}{key}: {quoted(text)}\n" if text else ""
