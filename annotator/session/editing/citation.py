"""Citation of words of an article: the words, what is known of the article, and where they are in it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from html import escape

from msgspec import Struct

from annotator.language.paragraphs import paragraph_number
from annotator.language.quoted_words import quoted, without_marks
from annotator.model.document import Document
from annotator.model.span import Span
from annotator.model.visible import visible
from annotator.translation.messages import _, listed

ABOUT = ("byline", "title", "outlet", "published", "link")
"""Attributes of an imported article that tell where it is from, in the order of a citation."""

TEXT, MARKDOWN, HTML = "text", "markdown", "html"

WEB = re.compile(r"https?://[^\s<>\"\\]+", re.I)
"""Links that lead to a page of the web; other links are shown as plain text."""

MARKDOWN_SIGNS = re.compile(r"([\\`*_\[\]<>#|~])")


class Citation(Struct, frozen=True):
    """The words, and the citation of them as plain text, Markdown and HTML."""

    words: str
    text: str
    markdown: str
    html: str

    def in_form(self, form: str) -> str:
        """Return the citation in the form ``TEXT``, ``MARKDOWN`` or ``HTML``; in any other it is plain text."""
        return {MARKDOWN: self.markdown, HTML: self.html}.get(form, self.text)


def citation(document: Document, span: Span) -> Citation:
    """Return the words in quotation marks with byline, title, outlet, day and link, and the file and paragraph."""
    text = document.article.text
    attributes = document.article_extra.get("attributes")
    known = attributes if isinstance(attributes, Mapping) else {}
    about = {name: visible(" ".join(str(known[name]).split())) for name in ABOUT if known.get(name)}
    # Translators: where the words that are quoted stand, in a citation that is copied
    place = _("{article}, paragraph {number}")
    place = place.format(article=document.article.name, number=paragraph_number(text, span.start))
    words = span.of(text).strip()
    return Citation(words, _plain(words, about, place), _markdown(words, about, place), _html(words, about, place))


def _plain(words: str, about: Mapping[str, str], place: str) -> str:
    parts = [_titled(value) if name == "title" else value for name, value in about.items()]
    return _with_words(words, _source(parts, place))


def _titled(title: str) -> str:
    return quoted(title)


def _with_words(words: str, source: str) -> str:
    return _("“{words}” – {source}").format(words=without_marks(words), source=source)


def _source(parts: list[str], place: str) -> str:
    return listed([*parts, f"({place})"] if parts else [place])


def _markdown(words: str, about: Mapping[str, str], place: str) -> str:
    """Return a quotation, each line after “>”, with its source below; a title with a link leads there."""
    link = about.get("link", "") if WEB.fullmatch(about.get("link", "")) else ""
    parts = []
    for name, value in about.items():
        shown = _signs_kept(_titled(value) if name == "title" else value)
        if link and name == "title":
            shown = f"[{shown}](<{link}>)"
        elif link and name == "link":
            shown = f"<{link}>"
        parts.append(shown)
    quoted = "\n".join(f"> {_signs_kept(line)}".rstrip() for line in _with_words_only(words).splitlines())
    return f"{quoted}\n>\n> – {_source(parts, _signs_kept(place))}"


def _with_words_only(words: str) -> str:
    return quoted(words)


def _signs_kept(text: str) -> str:
    return MARKDOWN_SIGNS.sub(r"\\\1", text)


def _html(words: str, about: Mapping[str, str], place: str) -> str:
    """Return a quotation with its source as HTML; a title with a link leads there."""
    link = about.get("link", "") if WEB.fullmatch(about.get("link", "")) else ""
    parts = []
    for name, value in about.items():
        shown = escape(_titled(value) if name == "title" else value)
        parts.append(f'<a href="{escape(link)}">{shown}</a>' if link and name in ("title", "link") else shown)
    lines = "<br>".join(escape(line) for line in _with_words_only(words).splitlines())
    cite = f' cite="{escape(link)}"' if link else ""
    return f'<blockquote{cite} dir="auto"><p>{lines}</p><footer>– {_source(parts, escape(place))}</footer></blockquote>'
