"""Classification of HTML elements for the reader of a page: hidden, block, caption, menu."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from typing import Any, NamedTuple

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
HEADINGS = {f"h{level}": level for level in range(1, 7)}
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
FEWEST_WORDS = 3
OTHER = "other"
BETWEEN = {"br": "\n", "tr": "\n", "td": "\t", "th": "\t", "q": "“"}
"""Separators before the words of elements."""

CELLS = ("td", "th")
FURNISHING = ("nav", "menu", "aside", "footer")
TELLING = frozenset([*HEADINGS, *("nav", "menu", "aside", "footer", "figcaption", "a", "pre", "li", "td", "th")])
LANDMARKS = {"navigation": "nav", "contentinfo": "footer", "complementary": "aside"}
CAPTION_TAGS, QUOTE_TAGS = frozenset(("div", "p", "span")), frozenset(("div", "blockquote"))
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


def hides_text(element: Any, inside: Collection[str]) -> bool:
    """Return whether a hidden element would be a text of a few words, and is no part of the page such as a menu."""
    is_part = any(name in FURNISHING for name in (context(element), *inside))
    if is_part or not _is_concealed(element) or element.tag in HIDDEN or element.tag in NO_TEXT:
        return False
    return len(words_of(" ".join(_own_words(element)))) >= FEWEST_WORDS


def _is_concealed(element: Any) -> bool:
    style = element.get("style")
    return element.get("hidden") is not None or (bool(style) and NOT_SHOWN.search(style) is not None)


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
    kind = NOT_TEXT.get(element.tag)
    if kind is None:
        return None
    sizes = element.get("width", ""), element.get("height", "")
    return None if any(TINY.fullmatch(size) for size in sizes) else kind


def context(element: Any) -> str:
    """Return the element of TELLING that this element is, or equals by role or class; “quoted”; otherwise OTHER."""
    tag = element.tag
    if tag in CAPTION_TAGS and (names := element.get("class")) and CAPTION_CLASS.search(names):
        return "figcaption"
    if tag in QUOTE_TAGS and is_quoted(element):
        return QUOTED
    if tag == "a" and element.get("href") is None:  # a place to which links lead
        return OTHER
    role = element.get("role")
    name = LANDMARKS.get(role, tag) if role else tag
    return name if name in TELLING else OTHER


def is_quoted(element: Any) -> bool:
    """Return whether a mail program has put the mail that it answers into the element."""
    if element.tag == "blockquote" and element.get("type") == "cite":
        return True
    return element.tag in QUOTE_TAGS and bool(QUOTE_CLASS.search(element.get("class", "")))


class Standing(NamedTuple):
    """Properties that a passage has by the elements around it; ``level`` is that of a heading, else 0."""

    role: str
    level: int
    is_aside: bool
    is_item: bool
    is_table: bool


def standing(inside: Collection[str]) -> Standing:
    """Return what these elements say of a passage that is within all of them."""
    level = min((HEADINGS[name] for name in inside if name in HEADINGS), default=0)
    around = frozenset(inside)
    is_aside, is_table = not around.isdisjoint(FURNISHING), not around.isdisjoint(CELLS)
    return Standing(role_in(inside), level, is_aside, "li" in inside, is_table)


def role_in(inside: Collection[str]) -> str:
    """Return the role of text inside these elements; empty where they imply none."""
    if FOOTNOTE in inside:
        return FOOTNOTE
    if "nav" in inside or "menu" in inside:
        return NAVIGATION
    if QUOTED in inside:
        return QUOTED
    return CAPTION if "figcaption" in inside else ""
