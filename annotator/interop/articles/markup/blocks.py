"""Visible text of HTML or XHTML that is not a web page: of a mail or a chapter of a book."""

from __future__ import annotations

from annotator.interop.articles.blocks import Block
from annotator.interop.articles.extracted import CAPTION, QUOTED
from annotator.interop.articles.markup.decoding import markup
from annotator.interop.articles.markup.tree import tree
from annotator.interop.articles.markup.visible_text import Visible, visible

OWN = (CAPTION, QUOTED)
"""Roles that passages keep where there is no page around the text."""


def visible_markup(data: bytes, charset: str = "", place: str = "") -> tuple[Visible, tuple[str, ...]]:
    """Return the visible text, empty where the data has no words, and notes on decoding. Raises ForeignError."""
    text, notes = markup(data, charset)
    return (visible(tree(text, place), place) if text.strip() else Visible()), notes


def blocks_of(page: Visible) -> list[Block]:
    """Return the page's paragraphs as blocks; captions and quoted mails keep their role."""
    return [
        Block(passage.text, passage.role if passage.role in OWN else "", passage.inlay) for passage in page.passages
    ]
