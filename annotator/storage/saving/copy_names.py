"""Names that sync services, git and browsers give to a second file where one of that name exists already.

The patterns follow the services' own help pages and source code, and names that users report from their disks.
"""

from __future__ import annotations

import re
from enum import Enum
from pathlib import PurePath

from annotator.storage.articles.article_reading import ARTICLE_SUFFIXES

CONFLICT = (
    "(?i:conflict|case clash|conflit|konflik|конфликт"  # en, es, nl; Nextcloud; fr, it, pt; de, pl and others; ru
    "|競合|冲突|衝突|충돌|modstridende kopi|motstridende kopi)"  # ja; zh; zh in Taiwan; ko; da; no
)
"""“Conflict” as Dropbox, Nextcloud, ownCloud, Box, Seafile and Sync.com write it in the languages of their users."""
GITS = "(?:BACKUP|BASE|LOCAL(?:_LCONFL)?|REMOTE(?:_RCONFL)?)"
SURE = (
    r" \((?:[^()]*['’]s )?conflicted copy(?: \d{4}-\d\d-\d\d)?(?: ?\(?\d+\)?)?\)",  # Dropbox
    r" \((?:Case|Selective Sync|Unicode Encoding) Conflict(?: \d+)?\)",  # Dropbox, for names that clash
    r" \(conflicted copy(?: [^()]+)? \d{4}-\d\d-\d\d \d{6}(?:-\d+)?\)",  # Nextcloud; ownCloud with the user's name
    r" \(case clash from [^()]+\)",  # Nextcloud, for names that differ in case only
    r"_conflict-(?:[^.]+-)?\d{8}-\d{6}(?:-\d+)?",  # older versions of Nextcloud and ownCloud
    r"\.sync-conflict-\d{8}-\d{6}(?:-[A-Z2-7]{7})?",  # Syncthing, with the device's short id
    r" \(SFConflict [^()]+\)",  # Seafile, with the user's address and the time
    r"-[^./]+-safeBackup-\d{4}",  # OneDrive on Linux
)
"""Patterns that occur in the names of conflict copies only, if they stand behind “.annotations”."""
LIKELY = (
    r" \(\d{1,4}\)",  # Google Drive, OneDrive in a browser, browsers
    r" \d{1,3}",  # iCloud Drive
    r"-(?=[^.]*[A-Z])[\w' -]{1,63}",  # OneDrive: the machine's name, and a number where there are several
    rf" \([^()]*{CONFLICT}[^()]*(?:\(\d+\)[^()]*)?\)",  # Dropbox in the language of its user, Box, pCloud, Sync.com
    rf" ?\[[^\[\]]*{CONFLICT}[^\[\]]*\]",  # Google Drive, pCloud
    rf" ?[-_] ?[^()\[\]]{{0,40}}{CONFLICT}[^()\[\]]{{0,80}}",  # Google Drive, Office beside OneDrive
    rf"_{GITS}_\d+|\.{GITS}\.\d+",  # git mergetool, today and before 2.0
)
"""Patterns that other sidecars and manual copies may have too: the content must confirm the article and annotator."""
OWN = r"\.theirs\d*"
"""Suffix of what this program puts aside; it stands behind the whole name."""
LIKELY_END = (
    r"\.orig",  # git mergetool's backup; patch
    rf"\.{GITS}\.\d+\.yaml",  # git mergetool before 2.0
    r"~[^~]{1,100}",  # git, where a file and a folder clash: ~HEAD or ~ and a branch
)
"""Patterns behind the whole name that the content must confirm."""
SURE_PART, SURE_END = (f"(?a:{'|'.join(patterns)})" for patterns in (SURE, (OWN, *SURE)))
LIKELY_PART, LIKELY_AT_END = ("|".join(patterns) for patterns in (LIKELY, (*LIKELY_END, *LIKELY)))


class Kind(Enum):
    """Certainty, from a file's name alone, that the file is a copy of a sidecar."""

    NONE = 0
    LIKELY = 1
    SURE = 2


def kind_of(name: str, sidecar: str, stem: str) -> Kind:
    """Tell how certain ``name`` is that of a copy of ``sidecar``, whose article has this ``stem``; all three in NFC.

    The addition may stand before the last suffix, as services place it, behind the whole name, or behind the stem.
    """
    has_suffix = stem.lower().endswith(ARTICLE_SUFFIXES) and PurePath(stem).suffix
    if has_suffix and name == f"{PurePath(stem).stem}{sidecar[len(stem) :]}":
        return (
            Kind.LIKELY
        )  # the sidecar has its article's whole name; a machine that knew no other article gave it this
    if name == sidecar or not name.startswith(stem) or name[len(stem) : len(stem) + 1].isalnum():
        return Kind.NONE  # the last: no addition begins so, and of the articles “1” to “100,000” many begin with “1”
    body, suffix = sidecar[: -len(".yaml")], ".yaml"
    if part := _between(name, body, suffix):
        kind = _kind(part, SURE_PART, LIKELY_PART)
        if kind is not Kind.NONE:
            return kind
    if part := _between(name, sidecar, ""):
        return _kind(part, SURE_END, LIKELY_AT_END)
    if part := _between(name, stem, sidecar[len(stem) :]):
        return min(_kind(part, SURE_PART, LIKELY_PART), Kind.LIKELY, key=lambda kind: kind.value)
    return Kind.NONE


def _between(name: str, start: str, end: str) -> str:
    """Return what stands in the name between that start and that end; empty if it does not have both."""
    if not name.startswith(start) or not name.endswith(end):
        return ""
    return name[len(start) : len(name) - len(end)]


def _kind(part: str, sure: str, likely: str) -> Kind:
    if re.fullmatch(sure, part):
        return Kind.SURE
    return Kind.LIKELY if re.fullmatch(likely, part) else Kind.NONE
