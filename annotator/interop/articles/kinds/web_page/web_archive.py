"""Web archives (MHTML): a page and its resources as parts of one message."""

from __future__ import annotations

import re
from email.message import Message
from pathlib import PurePath

from annotator.interop.articles.mime import charset, content, header, leaves, message
from annotator.interop.foreign.errors import ForeignError
from annotator.translation.messages import _

SUFFIXES = (".mhtml", ".mht")
HEAD_BYTES = 4096
HEADER = re.compile(rb"\s*[A-Za-z][A-Za-z-]{0,60}:[^\n<]*\r?\n")
PAGES = ("text/html", "application/xhtml+xml")


def is_web_archive(data: bytes, name: str) -> bool:
    """Return whether the suffix, or a beginning like that of a multipart/related message, tells a web archive."""
    head = data[:HEAD_BYTES]
    if PurePath(name).suffix.lower() in SUFFIXES:
        return not head.lstrip().startswith(b"<")
    return bool(HEADER.match(head)) and b"multipart/related" in head.lower()


def page_in(data: bytes) -> tuple[bytes, str, str]:
    """Return the page's bytes, its declared encoding and its link. Raises ForeignError."""
    archive = message(data)
    parts = list(leaves(archive))
    pages = [part for part in parts if part.get_content_type() in PAGES]
    if not pages:
        raise ForeignError(_("There is no page in it. Save it anew from the browser."))
    page = _start(archive, pages)
    link = header(archive, "Snapshot-Content-Location") or header(page, "Content-Location")
    return content(page), charset(page), link if link.startswith(("http://", "https://")) else ""


def _start(archive: Message, pages: list[Message]) -> Message:
    """Return the page that the archive declares as its start, or else the first."""
    start = archive.get_param("start", "")
    return next((page for page in pages if start and header(page, "Content-ID") == start), pages[0])
