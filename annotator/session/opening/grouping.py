"""Groups of a folder's articles: by folder, status, outlet or month."""

from __future__ import annotations

import re
from collections.abc import Mapping
from types import MappingProxyType

from annotator.corpus.summary import Summary
from annotator.model.document import DONE, IN_WORK, NEW, NOTHING_FOUND, REVIEWED
from annotator.session.opening.entry import PROBLEM, Entry, shown_status
from annotator.storage.articles.folders import natural_order

FOLDER, STATUS, OUTLET, MONTH = "folder", "status", "outlet", "month"
DIFFERENCES, REVIEW = "differences", "review"
"""Groups by what is worked out over the folder, and not known of each article when it is listed."""
OUTLET_ATTRIBUTE, DATE_ATTRIBUTE = "outlet", "published"
"""Attributes of an article in its sidecar."""
UNKNOWN = ""
"""Group of the articles of which the outlet or the month is not known; it is the last one."""
STATUS_ORDER: Mapping[str, int] = MappingProxyType(
    {status: place for place, status in enumerate((PROBLEM, IN_WORK, NEW, DONE, NOTHING_FOUND, REVIEWED))}
)
HALF, QUARTER, LESS, AGREED = "half", "quarter", "less", "agreed"
"""Groups by how many of the places in an article differ between its annotators."""
DIFFERENCE_ORDER = (HALF, QUARTER, LESS, AGREED)
WAITING, DECIDED = "waiting", "decided"
"""Groups by whether others have annotations in an article on which the user has not decided."""
REVIEW_ORDER = (WAITING, DECIDED)
YEAR_AND_MONTH = re.compile(r"\d{4}-\d{2}(?!\d)")
Rank = tuple[bool, int, tuple[str, str]]


def group_of(kind: str, entry: Entry | Summary) -> str:
    """Return the key of the group that the article belongs to, for any kind but that by folder."""
    match kind:
        case "status":
            return shown_status(entry)
        case "outlet":
            return _text(entry, OUTLET_ATTRIBUTE)
        case "month":
            found = YEAR_AND_MONTH.match(_text(entry, DATE_ATTRIBUTE))
            return found[0] if found else UNKNOWN
        case _:
            return ""


def difference_group(share: float | None) -> str:
    """Return the key of the group of an article in which so many of the places differ; None: there is nothing to tell.

    The share is from 0 to 1.
    """
    if share is None:
        return UNKNOWN
    return HALF if share >= 0.5 else QUARTER if share >= 0.25 else LESS if share else AGREED


def review_group(waiting: int | None) -> str:
    """Return the key of the group of an article in which so many annotations are undecided; None: there are none."""
    return UNKNOWN if waiting is None else WAITING if waiting else DECIDED


def rank_of(kind: str, key: str, first: int) -> Rank:
    """Return what groups are sorted by; ``first`` is the row of the group's first article.

    Folders are in their order, statuses from what is open to what is done, outlets by name, months from the latest, and
    what differs most comes first.
    """
    match kind:
        case "status":
            return False, STATUS_ORDER.get(key, len(STATUS_ORDER)), (key, "")
        case "outlet":
            return key == UNKNOWN, 0, natural_order(key)
        case "differences":
            return key == UNKNOWN, DIFFERENCE_ORDER.index(key) if key else 0, ("", "")
        case "review":
            return key == UNKNOWN, REVIEW_ORDER.index(key) if key else 0, ("", "")
        case "month":
            return key == UNKNOWN, -_months(key), ("", "")
        case _:
            return False, first, ("", "")


def _text(entry: Entry | Summary, attribute: str) -> str:
    value = entry.facts.get(attribute, "")
    return value.strip() if isinstance(value, str) else ""


def _months(key: str) -> int:
    return int(key[:4]) * 12 + int(key[5:7]) if key else 0
