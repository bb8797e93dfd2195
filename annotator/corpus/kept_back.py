"""Evidence that stays in the folder: pieces with a file that any sidecar there marks as confidential."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cached_property
from pathlib import Path

from annotator.corpus.seen_sidecars import all_seen
from annotator.corpus.tree import Tree
from annotator.model.document import Document
from annotator.model.kinds.evidence import Evidence
from annotator.model.told_error import ToldError
from annotator.storage.articles.folders import names_in
from annotator.storage.evidence.confidential import confidential_in, kept_back
from annotator.storage.evidence.file_names import sha256_in
from annotator.storage.files.file_bytes import bytes_of, is_folder
from annotator.storage.files.file_error import Problem, SidecarError
from annotator.storage.sidecars.sidecar_files import MAX_SIDECAR_BYTES, is_sidecar, is_sidecar_name
from annotator.storage.yaml.lined_mapping import YamlError
from annotator.translation.messages import _


class UnknownConfidenceError(ToldError):
    """A sidecar cannot be read that may mark evidence as confidential; the message is a sentence."""


class KeptBack:
    """Confidential evidence below the paths, or in the folders of those that are files, whoever marks it.

    The sidecars are read when the first document comes that has files of evidence. What one of them marks is not known
    where it cannot be read: then every piece with a file is kept back, and ``unread`` has the problems.
    """

    def __init__(self, paths: Sequence[Path]) -> None:
        self._paths = paths
        self.unread: list[Problem] = []

    def marked(self, document: Document) -> Document:
        """Return the document as it may go out: what is confidential anywhere is marked so in it too."""
        files = {piece.file for piece in document.of(Evidence).values() if piece.file and not piece.confidential}
        if not files:
            return document
        confidential = self._confidential
        return kept_back(document, frozenset(map(sha256_in, files)) if self.unread else confidential)

    @property
    def refusal(self) -> str:
        """Sentence that says which sidecar forbids to hand over what was marked; empty where none does."""
        if not self.unread:
            return ""
        sentence = _("{reason} It may mark evidence as confidential, so nothing is handed over.")
        return str(replace(self.unread[0], sentence=sentence.format(reason=self.unread[0].sentence)))

    def check(self) -> None:
        """Raise UnknownConfidenceError where evidence was kept back because a sidecar cannot be read."""
        if self.unread:
            raise UnknownConfidenceError(self.refusal)

    @cached_property
    def _confidential(self) -> frozenset[str]:
        with all_seen():
            return frozenset(sha256 for sidecar in self._sidecars() for sha256 in self._confidential_of(sidecar))

    def _sidecars(self) -> Iterator[Path]:
        tree = Tree(articles=False)
        for path in self._paths:
            if is_folder(path):
                yield from filter(is_sidecar, tree.files(path))
            else:
                yield from (path.parent / name for name in names_in(path.parent) if is_sidecar_name(name))
        self.unread += (problem for problem in tree.unreadable if not problem.path.is_symlink())

    def _confidential_of(self, sidecar: Path) -> set[str]:
        """Return the SHA-256 of confidential files; none where the sidecar cannot be read, which is noted."""
        try:
            return confidential_in(bytes_of(sidecar, MAX_SIDECAR_BYTES, SidecarError))
        except SidecarError as error:
            self.unread.append(error.problem)
        except YamlError as error:
            self.unread.append(Problem(sidecar, error.line, error.sentence))
        return set()
