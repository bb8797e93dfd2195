"""Names of the groups in the list of articles, and what is told of them."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType

from PySide6.QtCore import QLocale

from annotator.language.plain_line import plain_line
from annotator.session.opening.grouping import AGREED, DECIDED, HALF, LESS, QUARTER, UNKNOWN, WAITING
from annotator.session.opening.status_names import status_words
from annotator.storage.files.file_error import shown
from annotator.translation.messages import N_, _, in_digits, listed, pgettext
from annotator.ui.panels.articles.shown_order import ArticleGroup
from annotator.ui.widgets.words.counted import done_of

KINDS: Mapping[str, str] = MappingProxyType(
    {
        "none": N_("Not grouped"),
        "folder": N_("By folder"),
        "status": N_("By status"),
        "outlet": N_("By outlet"),
        "month": N_("By month"),
        "differences": N_("By disagreement"),
        "review": N_("By review"),
    }
)

SHARES: Mapping[str, str] = MappingProxyType(
    {
        HALF: N_("Half or more differs"),
        QUARTER: N_("A quarter or more differs"),
        LESS: N_("Less than a quarter differs"),
        AGREED: N_("All agree"),
        UNKNOWN: N_("Nothing to compare"),
    }
)

REVIEWS: Mapping[str, str] = MappingProxyType(
    {
        WAITING: N_("To be reviewed"),
        DECIDED: N_("All decided"),
        UNKNOWN: N_("Nothing to review"),
    }
)


def group_name(kind: str, key: str, top: Path | None) -> str:
    """Return the name of a group; the group of the open folder itself has the name of that."""
    match kind:
        case "folder":
            return shown(key.replace(os.sep, "/") or (top.name if top else ""))
        case "status":
            return status_words(key)
        case "outlet":
            return plain_line(key) or _("Outlet not known")
        case "differences":
            return _(SHARES[key])
        case "review":
            return _(REVIEWS[key])
        case _:
            return _month(key) if key else _("Month not known")


def done_words(group: ArticleGroup) -> str:
    """Return how far the group has come: “3 of 14 done”."""
    return done_of(group.finished, len(group.numbers))


def told_of(name: str, group: ArticleGroup) -> str:
    """Return what a screen reader says of the heading."""
    return listed((name, done_words(group), pgettext("group", "closed") if group.closed else pgettext("group", "open")))


def _month(key: str) -> str:
    month = int(key[5:7])
    if not 1 <= month <= 12:
        return key
    # Translators: a month in a year, such as “November 2026”.
    words = _("{month} {year}")
    return words.format(month=QLocale().standaloneMonthName(month), year=in_digits(key[:4]))
