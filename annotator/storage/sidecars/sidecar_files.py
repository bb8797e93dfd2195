"""Sidecars: the YAML files beside the articles that hold the documents."""

from __future__ import annotations

import re
from pathlib import Path

from annotator.model.article import Article
from annotator.model.document import Document
from annotator.storage.sidecars.sidecar_reading import MAX_SIDECAR_BYTES, ReadSidecar, read_sidecar, root_of
from annotator.storage.sidecars.sidecar_writing import SidecarWriter

__all__ = [
    "MAX_SIDECAR_BYTES",
    "ReadSidecar",
    "SidecarWriter",
    "annotator_in",
    "is_annotator_name",
    "is_sidecar",
    "is_sidecar_name",
    "new_document",
    "read_sidecar",
    "root_of",
    "sidecar_path",
    "sidecars_of",
    "stem_of",
]

SYNCTHINGS = r"sync-conflict-\d{8}-\d{6}"
"""What a name has where an annotator's should be, if a sync service left it; see ``conflict_copies``."""
NAME = re.compile(
    rf"(?P<stem>.+?)\.annotations(?:\.(?!{SYNCTHINGS}|annotations\.)(?P<annotator>[^.]+))?\.yaml", re.DOTALL
)
NOT_IN_NAMES = frozenset('./\\:*?"<>|')
LONGEST_NAME = 60


def sidecar_path(article: Path, annotator: str = "") -> Path:
    """Where the annotations of the article are kept, for one annotator."""
    return article.with_name(f"{article.stem}.annotations{'.' + annotator if annotator else ''}.yaml")


def is_sidecar(path: Path) -> bool:
    """Whether the name is one that sidecars have."""
    return is_sidecar_name(path.name)


def is_sidecar_name(name: str) -> bool:
    return name.endswith(".yaml") and NAME.fullmatch(name) is not None


def stem_of(sidecar: Path) -> str:
    """The name of the sidecar's article without its suffix."""
    match = NAME.fullmatch(sidecar.name)
    return match["stem"] if match else sidecar.stem


def annotator_in(sidecar: Path) -> str:
    """Return whose sidecar it is by its name; empty for the one without a name."""
    match = NAME.fullmatch(sidecar.name)
    return (match and match["annotator"]) or ""


def sidecars_of(article: Path) -> list[Path]:
    """The sidecars of all annotators, and of other articles with the same stem; none where the folder is barred."""
    try:
        return sorted(path for path in article.parent.iterdir() if is_sidecar(path) and stem_of(path) == article.stem)
    except OSError:
        return []


def is_annotator_name(name: str) -> bool:
    """Whether the name may be part of a file name on every system: no dots, slashes or control characters."""
    if not 0 < len(name) <= LONGEST_NAME or name != name.strip() or name == "annotations" or re.match(SYNCTHINGS, name):
        return False
    return name.isprintable() and not NOT_IN_NAMES.intersection(name)


def new_document(article: Article, annotator: str, scheme: str) -> Document:
    """A document in which nothing is annotated yet."""
    return Document(article, annotator=annotator, scheme=scheme)
