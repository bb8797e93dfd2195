"""Open comments of the articles of a folder, over the sidecars of all annotators that are to be seen."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from itertools import chain
from pathlib import Path

from annotator.corpus.documents import document_of
from annotator.corpus.seen_sidecars import is_seen
from annotator.model.document import Document
from annotator.storage.files.file_bytes import bytes_of
from annotator.storage.files.file_error import FileError, SidecarError
from annotator.storage.files.quick_bytes import quick_bytes
from annotator.storage.saving.own_sidecar import is_sidecar_of
from annotator.storage.sidecars.sidecar_files import MAX_SIDECAR_BYTES, stem_of

SECTION = re.compile(rb"comments(?:(?<=^comments)|(?<=^[\"']comments))[\"']?\s*:", re.MULTILINE)
"""Key of comments. It begins with what is to be found, so that a large file is searched in a tenth of the time."""


def with_comments(sidecars: Iterable[Path]) -> Iterator[Path]:
    """Yield those of the sidecars in which there are comments, as far as they can be read and are to be seen."""
    return (sidecar for sidecar in sidecars if is_seen(sidecar.name) and _has_comments(sidecar))


def by_article(top: Path, sidecars: Iterable[Path], names: Iterable[str]) -> Mapping[Path, list[Path]]:
    """Return the sidecars below ``top`` by the article that each is of; ``names`` are those of the articles from there.

    Sidecars of other articles are left out.
    """
    called: defaultdict[str, list[Path]] = defaultdict(list)
    for sidecar in sidecars:
        called[str(sidecar.with_name(stem_of(sidecar)).relative_to(top))].append(sidecar)
    found: defaultdict[Path, list[Path]] = defaultdict(list)
    for name in names if called else ():
        for sidecar in chain.from_iterable(called.get(stem, ()) for stem in (name, name.rpartition(".")[0])):
            if is_sidecar_of(sidecar, top / name):
                found[top / name].append(sidecar)
    return found


def documents_beside(article: Path, sidecars: Iterable[Path]) -> list[Document]:
    """Return the documents of the article in these sidecars, as far as they can be read."""
    found = []
    for sidecar in sidecars:
        try:
            found.append(document_of(sidecar, article).document)
        except FileError:
            continue
    return found


def _has_comments(sidecar: Path) -> bool:
    data = quick_bytes(str(sidecar), MAX_SIDECAR_BYTES)
    if data is None:
        try:
            data = bytes_of(sidecar, MAX_SIDECAR_BYTES, SidecarError)
        except FileError:
            return False
    return SECTION.search(data) is not None
