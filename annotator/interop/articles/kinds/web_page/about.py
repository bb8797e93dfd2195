"""Metadata of a page's article: title, outlet, byline, day of publication and link."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlsplit

from annotator.interop.articles.cleaning import cleaned
from annotator.interop.articles.day import day_of
from annotator.interop.articles.kinds.web_page.quiet_trafilatura import FAULTS, trafilatura

LARGEST_SCRIPT = 256 * 1024
LINKED_DATA = './/script[@type="application/ld+json" or @type="application/settings+json"]'
FIELDS = {"title": "title", "outlet": "sitename", "byline": "author", "published": "date", "link": "url"}
HOSTS = ("http://", "https://")


def about_page(root: Any) -> dict[str, str]:
    """Return the metadata without empty values. The tree keeps its structure; only oversized scripts are emptied."""
    for script in root.xpath(LINKED_DATA):
        if len(script.text or "") > LARGEST_SCRIPT:
            script.text = None
    library = trafilatura()
    try:
        found = library.extract_metadata(root, extensive=False)
    except FAULTS:
        return {}
    about = {key: _line(getattr(found, field)) for key, field in FIELDS.items()}
    about["published"] = day_of(about["published"])
    about["link"] = about["link"] if about["link"].startswith(HOSTS) else ""
    about["outlet"] = about["outlet"] if _is_name(about["outlet"], about["link"]) else ""
    return {key: value for key, value in about.items() if value}


def _line(value: object) -> str:
    return " ".join(cleaned(value)[0].split()) if isinstance(value, str) else ""


def _is_name(outlet: str, link: str) -> bool:
    """Return whether the outlet is a name; trafilatura falls back to the host of the link."""
    host = urlsplit(link).hostname or ""
    return outlet.casefold() not in (host, host.removeprefix("www."))
