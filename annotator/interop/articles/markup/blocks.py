"""All that a reader sees of HTML or XHTML that is no page of a site: of a mail, of a chapter."""

from __future__ import annotations

from annotator.interop.articles.blocks import Block
from annotator.interop.articles.extracted import CAPTION
from annotator.interop.articles.markup.decoding import markup
from annotator.interop.articles.markup.tree import tree
from annotator.interop.articles.markup.visible_text import Visible, visible


def visible_markup(data: bytes, charset: str = "", place: str = "") -> tuple[Visible, tuple[str, ...]]:
    """What is seen of it, and notes on how it was decoded; nothing is seen of what has no words."""
    text, notes = markup(data, charset)
    return (visible(tree(text, place), place) if text.strip() else Visible()), notes


def blocks_of(page: Visible) -> list[Block]:
    """Its paragraphs, with captions as such."""
    return [Block(passage.text, passage.role if passage.role == CAPTION else "") for passage in page.passages]
