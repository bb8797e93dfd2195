"""Pieces of markup: everything that comes from a file is escaped here."""

from __future__ import annotations

import re
from collections.abc import Iterable
from html import escape
from urllib.parse import urlsplit

from annotator.interop.handover.words import one_line

LINK = re.compile(r"https?://[^\s<>\"'\\`]+", re.IGNORECASE)
REPLACEMENT = "\N{REPLACEMENT CHARACTER}"


def exact(text: str) -> str:
    """Return the text so that a browser has exactly its characters; only NUL and lone surrogates cannot be kept."""
    text = text.replace("\0", REPLACEMENT).encode("utf-8", "replace").decode()
    return escape(text).replace("\r", "&#13;")


def line(text: str) -> str:
    """Return the text on one line, with a direction of its own."""
    return f"<bdi>{escape(one_line(text))}</bdi>"


def plain(text: str) -> str:
    """Return a text of the program, escaped."""
    return escape(text)


def outer_link(address: str, words: str = "") -> str:
    """Return a link to a web address; the mere words where it is none: no other scheme becomes active."""
    said = line(words or address)
    if not is_web_address(address):
        return said
    return f'<a href="{escape(address)}" rel="noopener noreferrer nofollow">{said}</a>'


def file_link(address: str, words: str) -> str:
    """Return a link to a file beside the page; ``address`` is relative, with its parts escaped."""
    return f'<a href="{escape(address)}">{line(words)}</a>'


def is_web_address(address: str) -> bool:
    """Tell whether the address is one of http or https, with a host."""
    if not LINK.fullmatch(address):
        return False
    try:
        return bool(urlsplit(address).hostname)
    except ValueError:  # as of half an IPv6 address
        return False


def inner_links(labels: Iterable[str]) -> str:
    """Return links to pieces in the list of evidence: “E1, E3”."""
    return ", ".join(f'<a href="#{escape(label)}">{escape(label)}</a>' for label in labels)


def fact_links(numbers: Iterable[int]) -> str:
    """Return links to facts in the table of facts, by their numbers."""
    return ", ".join(f'<a href="#f{number}">{number}</a>' for number in numbers)


def term(name: str, value: str) -> str:
    """Return a line of a note: a name and what is said, which is markup."""
    return f'<div><span class="t">{escape(name)}</span> {value}</div>'


def section(id: str, title: str, content: str, aside: str = "") -> str:
    """Return a section of the page with its heading; ``content`` is markup."""
    beside = f'<span class="beside">{escape(aside)}</span>' if aside else ""
    return f'<section id="{id}"><h2>{escape(title)}{beside}</h2>\n{content}\n</section>\n'


def table(head: Iterable[str], rows: Iterable[str]) -> str:
    """Return a table; each row is markup of its cells."""
    cells = "".join(f'<th scope="col">{escape(name)}</th>' for name in head)
    body = "\n".join(rows)
    return f'<div class="scroll"><table><thead><tr>{cells}</tr></thead>\n<tbody>\n{body}\n</tbody></table></div>'
