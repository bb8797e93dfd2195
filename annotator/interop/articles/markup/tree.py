"""Parsing of HTML and XHTML to a tree, without network access or custom entities, and within size limits."""

from __future__ import annotations

import re
from typing import Any

from annotator.interop.foreign.errors import ForeignError
from annotator.interop.foreign.optional_libraries import require
from annotator.translation.messages import _, number

MOST_TAGS = 150_000
TAG = re.compile(r"<([A-Za-z][\w.:-]*+)([^<>]*+)>")
XHTML_HEAD = re.compile(r"\s*<\?xml\b|\s*(?:<!doctype[^>]*>\s*)?<html[^>]*\sxmlns\s*=", re.I)
XML_DECLARATION = re.compile(r"\s*<\?xml\b[^>]*>")
VOID = frozenset(
    [
        *("area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param"),
        *("source", "track", "wbr", "basefont", "bgsound", "frame", "keygen"),
    ]
)


def tree(markup: str, place: str = "") -> Any:
    """Return the root element, lxml's ``html``. Raises ForeignError where there is no text or too many tags."""
    html, etree = require("lxml.html", "lxml"), require("lxml.etree", "lxml")
    if markup.count("<") > MOST_TAGS:
        raise ForeignError(
            _("It has more than {most} tags, which is too many for an article.").format(most=number(MOST_TAGS)), place
        )
    parser = html.HTMLParser(
        encoding="utf-8", remove_comments=True, remove_pis=True, no_network=True, huge_tree=True, collect_ids=False
    )
    # one class for all elements: the lookup of lxml.html asks Python for each of them, each time that it is come upon
    parser.set_element_class_lookup(etree.ElementDefaultClassLookup(element=html.HtmlElement))
    try:
        root = html.document_fromstring(_as_html(markup).encode(), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, AssertionError) as error:
        raise ForeignError(_("There is no text in it."), place) from error
    return root


def _as_html(markup: str) -> str:
    """Expand self-closing tags of XHTML, since an HTML parser would never close ``<title/>``."""
    if not XHTML_HEAD.match(markup):
        return markup
    return TAG.sub(_with_end_tag, XML_DECLARATION.sub("", markup, count=1))


def _with_end_tag(match: re.Match[str]) -> str:
    name, attributes = match[1], match[2]
    if not attributes.endswith("/") or name.lower() in VOID:
        return match[0]
    return f"<{name}{attributes[:-1]}></{name}>"
