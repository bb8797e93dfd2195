"""Evidence that stays in the folder: pieces with a file that any sidecar there marks as confidential."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cached_property
from pathlib import Path

from annotator.corpus.seen_sidecars import all_seen
from annotator.corpus.tree import Tree
from annotator.model.document import Document
from annotator.model.kinds.evidence import Evidence
from annotator.storage.articles.folders import names_in
from annotator.storage.evidence.confidential import confidential_in, kept_back
from annotator.storage.files.file_bytes import bytes_of, is_folder
from annotator.storage.files.file_error import SidecarError
from annotator.storage.sidecars.sidecar_files import MAX_SIDECAR_BYTES, is_sidecar, is_sidecar_name


class KeptBack:
    """Confidential evidence below the paths, or in the folders of those that are files, whoever marks it.

    The sidecars are read when the first document comes that has files of evidence.
    """

    def __init__(self, paths: Sequence[Path]) -> None:
        self._paths = paths

    def marked(self, document: Document) -> Document:
        """Return the document as it may go out: what is confidential anywhere is marked so in it too."""
        has_files = any(piece.file and not piece.confidential for piece in document.of(Evidence).values())
        return kept_back(document, self._confidential) if has_files else document

    @cached_property
    def _confidential(self) -> frozenset[str]:
        with all_seen():
            return frozenset(sha256 for sidecar in self._sidecars() for sha256 in _confidential_of(sidecar))

    def _sidecars(self) -> Iterator[Path]:
        tree = Tree(articles=False)
        for path in self._paths:
            if is_folder(path):
                yield from filter(is_sidecar, tree.files(path))
            else:
                yield from (path.parent / name for name in names_in(path.parent) if is_sidecar_name(name))


def _confidential_of(sidecar: Path) -> set[str]:
    """Return the SHA-256 of confidential files; none where the sidecar cannot be read, of which others tell."""
    try:
        return confidential_in(bytes_of(sidecar, MAX_SIDECAR_BYTES, SidecarError))
    except SidecarError:
        return set()
