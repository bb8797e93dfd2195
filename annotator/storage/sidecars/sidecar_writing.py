"""Writing of a document as a sidecar in canonical layout: the same document always gives the same bytes."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Callable, Mapping
from io import BytesIO
from typing import Any, Generic, cast

from annotator.model.annotation import Annotation, Excerpt
from annotator.model.article import Article
from annotator.model.document import Document
from annotator.model.items import Item, Kept
from annotator.model.kinds.kind import Kind, Position
from annotator.model.kinds.table import KINDS
from annotator.model.span import Span
from annotator.storage.sidecars.item_writing import item_writer, section_head
from annotator.storage.yaml.yaml_writing import entries, escaped, items, quoted, word

FORMAT = "annotator"
VERSION = 1
CONTEXT = 32
FEW = 50


class SidecarWriter:
    """Writer of successive states of a document; it reuses the text of items that have not changed since the last."""

    def __init__(self) -> None:
        self._article: Article | None = None
        self._blocks: dict[type[Item], _Blocks[Any]] = {}

    def data(self, document: Document) -> bytes:
        """Return the content of the sidecar. Raises UnicodeEncodeError for a lone surrogate."""
        if self._article is not document.article:
            self._blocks = {kind.item: _Blocks(kind, document.article.text) for kind in KINDS.values()}
            self._article = document.article
        written = BytesIO()  # written in pieces, because one join of a large document would block other threads
        written.write(header_text(document).encode())
        for kind in KINDS.values():
            if kind.item not in document.items:
                self._blocks[kind.item].forget()
                continue
            head = section_head(kind.section).encode()
            _write_section(written, head, self._blocks[kind.item].of(document.of(kind.item)))
        _write_section(written, b"read:\n", [f"- [{span.start}, {span.end}]\n".encode() for span in document.read])
        written.write(entries(document.extra).encode())
        return written.getvalue()


class _Blocks(Generic[Kept]):
    """Cache of the text of each item, in order, valid as long as the identical item is in the document."""

    def __init__(self, kind: Kind[Kept], text: str) -> None:
        self._text_of: Callable[[Kept], str] = _writer(kind, text)
        self._position_of: Callable[[Kept], Position] = kind.position
        self._kept: dict[str, tuple[Kept, bytes]] = {}
        self._order: list[Position] = []

    def of(self, items: Mapping[str, Kept]) -> list[bytes]:
        """Return the texts of all items, sorted by position."""
        for gone in [item for id, (item, _) in self._kept.items() if items.get(id) is not item]:
            del self._kept[gone.id]
            del self._order[bisect_left(self._order, self._position_of(gone))]
        new = [item for id, item in items.items() if id not in self._kept]
        self._kept |= {item.id: (item, self._text_of(item).encode()) for item in new}
        self._place([self._position_of(item) for item in new])
        return [self._kept[position[-1]][1] for position in self._order]

    def forget(self) -> None:
        """Drop all texts, as there are no items any more."""
        self._kept.clear()
        self._order.clear()

    def _place(self, positions: list[Position]) -> None:
        if len(positions) > FEW:
            self._order += positions
            self._order.sort()
        else:
            for position in positions:
                insort(self._order, position)


def _write_section(written: BytesIO, head: bytes, blocks: list[bytes]) -> None:
    if blocks:
        written.write(head)
    for block in blocks:
        written.write(block)


def header_text(document: Document) -> str:
    """Return the text of the sidecar before the annotations."""
    article = document.article
    return (
        f"# Annotations of {escaped(article.name)}. Made with Annotator; safe to edit by hand, comments are not kept.\n"
        f"format: {FORMAT}\nversion: {VERSION}\n"
        f"article:\n  file: {quoted(article.name)}\n  sha256: {quoted(article.sha256)}\n  length: {len(article.text)}\n"
        f"{_line('encoding', document.encoding)}"
        f"{entries(document.article_extra, '  ')}"
        f"{_line('annotator', document.annotator, '')}{_line('scheme', document.scheme, '')}"
        f"status: {word(document.status.value)}\n"
    )


def annotation_text(annotation: Annotation, text: str) -> str:
    """Return the block of an annotation, with the excerpt of ``text`` at its span or its displaced excerpt."""
    span = annotation.span
    excerpt = annotation.displaced or excerpt_at(span, text)
    written = (
        f"- id: {word(annotation.id)}\n  label: {word(annotation.label)}\n"
        f"  start: {span.start}\n  end: {span.end}\n  text: {quoted(excerpt.text)}\n"
        f"{_line('before', excerpt.before)}{_line('after', excerpt.after)}"
    )
    if annotation.state:
        written += f"  state: {word(annotation.state)}\n"
    if annotation.attributes:
        written += f"  attributes:\n{entries(annotation.attributes, '    ')}"
    if annotation.by_rule:
        written += f"  by_rule:\n{items(annotation.by_rule, '  ')}"
    if annotation.wording:
        written += f"  wording:\n{entries(annotation.wording, '    ')}"
    written += f"{_line('note', annotation.note)}{_line('origin', annotation.origin)}"
    written += f"{_line('created', annotation.created)}{_line('modified', annotation.modified)}"
    if annotation.displaced:
        written += _anchor(annotation.displaced)
    return written + entries(annotation.extra, "  ") if annotation.extra else written


def _anchor(excerpt: Excerpt) -> str:
    verdict = f"  anchor: {word(excerpt.verdict)}\n" if excerpt.verdict else ""
    return verdict + _line("sha256", excerpt.sha256)


def _writer(kind: Kind[Kept], text: str) -> Callable[[Kept], str]:
    """Return the function that returns the block of an item of that kind; ``text`` is that of the article."""
    if kind.item is Annotation:
        return cast("Callable[[Kept], str]", lambda annotation: annotation_text(annotation, text))
    return item_writer(kind)


def excerpt_at(span: Span, text: str) -> Excerpt:
    """Return the text at the span with up to 32 code points on either side."""
    start, end = span.start, span.end
    return Excerpt(text[start:end], text[max(0, start - CONTEXT) : start], text[end : end + CONTEXT])


def stands_at(span: Span, words: str, text: str) -> bool:
    """Return True if the span lies inside the text and the text at it is ``words``."""
    return span.end <= len(text) and span.of(text) == words


def _line(key: str, text: str, indent: str = "  ") -> str:
    return f"{indent}{key}: {quoted(text)}\n" if text else ""
