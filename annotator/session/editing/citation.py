"""Citation of words of an article: the words, what is known of the article, and where they are in it."""

from __future__ import annotations

from collections.abc import Mapping

from annotator.language.paragraphs import paragraph_number
from annotator.model.document import Document
from annotator.model.span import Span
from annotator.model.visible import visible
from annotator.translation.messages import _, listed

ABOUT = ("byline", "title", "outlet", "published", "link")
"""Attributes of an imported article that tell where it is from, in the order of a citation."""


def citation(document: Document, span: Span) -> str:
    """Return the words in quotation marks with byline, title, outlet, day and link, and the file and paragraph."""
    text = document.article.text
    attributes = document.article_extra.get("attributes")
    known = attributes if isinstance(attributes, Mapping) else {}
    about = [_part(name, str(known[name])) for name in ABOUT if known.get(name)]
    # Translators: where the words that are quoted stand, in a citation that is copied
    place = _("{article}, paragraph {number}")
    place = place.format(article=document.article.name, number=paragraph_number(text, span.start))
    source = listed([*about, f"({place})"] if about else [place])
    return _("“{words}” – {source}").format(words=span.of(text).strip(), source=source)


def _part(name: str, value: str) -> str:
    line = visible(" ".join(value.split()))
    return _("“{title}”").format(title=line) if name == "title" else line
