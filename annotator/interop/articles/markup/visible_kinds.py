"""Classification of HTML elements for the reader of a page: hidden, block, caption, menu."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from typing import Any

from annotator.interop.articles.counting import Thing
from annotator.interop.articles.extracted import CAPTION, FOOTNOTE, NAVIGATION, QUOTED
from annotator.language.words import words_of

HIDDEN = frozenset(
    [
        *("head", "title", "script", "style", "noscript", "template", "svg", "annotation", "annotation-xml"),
        *("iframe", "object", "embed", "applet", "video", "audio", "canvas", "noframes", "noembed"),
        *("option", "datalist", "textarea", "input", "rt", "rp", "map", "link", "meta", "base"),
    ]
)
BLOCK = frozenset(
    [
        *("html", "body", "address", "article", "aside", "blockquote", "center", "details", "dialog", "dd", "dir"),
        *("div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6"),
        *("header", "hgroup", "hr", "legend", "li", "main", "menu", "nav", "ol", "p", "pre", "search", "section"),
        *("summary", "table", "caption", "ul", "button", "select", "optgroup", "frameset", "listing", "xmp"),
    ]
)
HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
NOT_TEXT: Mapping[str, Thing] = {
    "img": "image",
    "video": "video",
    "audio": "sound recording",
    "iframe": "embedded frame",
    "object": "embedded object",
    "embed": "embedded object",
    "rt": "reading aid",
}
"""Elements whose omission is reported; ``svg`` is not, since most drawings are icons."""

NO_TEXT = frozenset(["a", "button", "dialog", "form", "label", "select"])
FURNISHING = ("nav", "menu", "aside", "footer")
FEWEST_WORDS = 3
TELLING = frozenset([*HEADINGS, *("nav", "menu", "aside", "footer", "figcaption", "a", "pre", "li", "td", "th")])
LANDMARKS = {"navigation": "nav", "contentinfo": "footer", "complementary": "aside"}
CAPTION_CLASS = re.compile(r"(?:^|[\s_-])caption(?:$|[\s_-])", re.I)
QUOTE_CLASS = re.compile(r"(?:^|\s)(?:gmail_quote\w*|yahoo_quoted|protonmail_quote|moz-cite-prefix)(?:$|\s)")
"""Classes that mail programs give to the mails they quote, and to the line before them."""

NOT_SHOWN = re.compile(r"(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden)\b", re.I)
TINY = re.compile(r"\s*[01](?:px)?\s*")


def is_hidden(element: Any) -> bool:
    """Return whether nothing inside the element is visible."""
    if element.tag in ("html", "body"):  # scripts unhide them once the page has loaded
        return False
    is_closed = element.tag == "dialog" and element.get("open") is None
    return element.tag in HIDDEN or is_closed or _is_concealed(element)


def hides_text(element: Any) -> bool:
    """Return whether a hidden element would be a text of a few words, and is no part of the page such as a menu."""
    if not _is_concealed(element) or element.tag in HIDDEN or element.tag in NO_TEXT or context(element) in FURNISHING:
        return False
    return len(words_of(" ".join(_own_words(element)))) >= FEWEST_WORDS


def _is_concealed(element: Any) -> bool:
    return element.get("hidden") is not None or bool(NOT_SHOWN.search(element.get("style", "")))


def _own_words(element: Any) -> Iterator[str]:
    """Yield the texts in the element, in no order, but for those of links, controls and what is never shown."""
    inside = [element]
    while inside:
        parent = inside.pop()
        yield parent.text or ""
        for child in parent:
            if child.tag not in HIDDEN and child.tag not in NO_TEXT and context(child) not in FURNISHING:
                inside.append(child)
            yield child.tail or ""


def non_text_kind(element: Any) -> Thing | None:
    """Return the kind of non-text content, such as “image”; None where there is none to be seen."""
    sizes = element.get("width", ""), element.get("height", "")
    return None if any(TINY.fullmatch(size) for size in sizes) else NOT_TEXT.get(element.tag)


def context(element: Any) -> str:
    """Return the element of TELLING that this element is, or equals by role or class; “quoted”; otherwise “other”."""
    if element.tag in ("div", "p", "span") and CAPTION_CLASS.search(element.get("class", "")):
        return "figcaption"
    if is_quoted(element):
        return QUOTED
    name = LANDMARKS.get(element.get("role", ""), element.tag)
    return name if name in TELLING else "other"


def is_quoted(element: Any) -> bool:
    """Return whether a mail program has put the mail that it answers into the element."""
    if element.tag == "blockquote" and element.get("type") == "cite":
        return True
    return element.tag in ("div", "blockquote") and bool(QUOTE_CLASS.search(element.get("class", "")))


def role_in(inside: Collection[str]) -> str:
    """Return the role of text inside these elements; empty where they imply none."""
    if FOOTNOTE in inside:
        return FOOTNOTE
    if "nav" in inside or "menu" in inside:
        return NAVIGATION
    if QUOTED in inside:
        return QUOTED
    return CAPTION if "figcaption" in inside else ""
