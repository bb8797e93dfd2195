"""Names of sidecars, the YAML files beside articles that hold documents."""

from __future__ import annotations

import re
from pathlib import Path

SYNCTHINGS = r"sync-conflict-\d{8}-\d{6}"
"""Pattern at the place of the annotator in the name of a copy that Syncthing created; see ``conflict_copies``."""
NAME = re.compile(
    rf"(?P<stem>.+?)\.annotations(?:\.(?!{SYNCTHINGS}|annotations\.)(?P<annotator>[^.]+))?\.yaml", re.DOTALL
)
NOT_IN_NAMES = frozenset('./\\:*?"<>|')
LONGEST_NAME = 60


def sidecar_path(article: Path, annotator: str = "") -> Path:
    """Return the path of the sidecar of an article that shares its stem with no other, for this annotator."""
    return article.with_name(_name(article.stem, annotator))


def whole_name_path(article: Path, annotator: str = "") -> Path:
    """Return the path of the sidecar where that with the article's stem is another article's."""
    return article.with_name(_name(article.name, annotator))


def _name(beginning: str, annotator: str) -> str:
    return f"{beginning}.annotations{'.' + annotator if annotator else ''}.yaml"


def is_sidecar(path: Path) -> bool:
    """Return True if the name of the path is that of a sidecar."""
    return is_sidecar_name(path.name)


def is_sidecar_name(name: str) -> bool:
    """Return True if the file name is that of a sidecar."""
    return name.endswith(".yaml") and NAME.fullmatch(name) is not None


def stem_of(sidecar: Path) -> str:
    """Return the name of the sidecar's article without its suffix, or with it where the sidecar has the whole name."""
    return stem_in(sidecar.name) or sidecar.stem


def stem_in(name: str) -> str:
    """Return ``stem_of`` the sidecar of that file name; empty where it is none."""
    match = NAME.fullmatch(name) if name.endswith(".yaml") else None
    return match["stem"] if match else ""


def annotator_in(sidecar: Path) -> str:
    """Return whose sidecar it is by its name; empty for the one without a name."""
    match = NAME.fullmatch(sidecar.name)
    return (match and match["annotator"]) or ""


def is_annotator_name(name: str) -> bool:
    """Return True if the name can be part of a file name on every system: no dots, slashes or control characters."""
    if not 0 < len(name) <= LONGEST_NAME or name != name.strip() or name == "annotations" or re.match(SYNCTHINGS, name):
        return False
    return name.isprintable() and not NOT_IN_NAMES.intersection(name)
