"""Visible text of HTML or XHTML that is not a web page: of a mail or a chapter of a book."""

from __future__ import annotations

from collections.abc import MutableMapping

from annotator.interop.articles.blocks import Block
from annotator.interop.articles.extracted import CAPTION, FOOTNOTE, QUOTED
from annotator.interop.articles.markup.decoding import markup
from annotator.interop.articles.markup.tree import tree
from annotator.interop.articles.markup.visible_text import Visible, visible

OWN = (CAPTION, QUOTED, FOOTNOTE)
"""Roles that passages keep where there is no page around the text."""


def visible_markup(
    data: bytes, charset: str = "", place: str = "", targets: MutableMapping[str, str] | None = None
) -> tuple[Visible, tuple[str, ...]]:
    """Return the visible text, empty where the data has no words, and notes on decoding. Raises ForeignError.

    ``targets`` collects the marks of notes that are in other files of a book.
    """
    text, notes = markup(data, charset)
    return (visible(tree(text, place), place, targets) if text.strip() else Visible()), notes


def blocks_of(page: Visible) -> list[Block]:
    """Return the page's paragraphs as blocks, footnotes last; captions and quoted mails keep their role."""
    blocks = [
        Block(passage.text, passage.role if passage.role in OWN else "", passage.inlay) for passage in page.passages
    ]
    return sorted(blocks, key=lambda block: block.role == FOOTNOTE)
