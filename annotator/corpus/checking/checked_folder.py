"""Folders while their files are checked: scheme, guidelines and copies are read once for all files of one."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from pathlib import Path

from annotator.corpus.checking.evidence_faults import of_unused
from annotator.corpus.checking.faults import SchemeFaults
from annotator.storage.files.file_bytes import is_there
from annotator.storage.files.file_error import FileError, Problem
from annotator.storage.saving.conflict_copies import conflict_copies_in
from annotator.storage.schemes.guidelines_file import guidelines_of
from annotator.storage.schemes.scheme_lookup import scheme_of, scheme_path, unused_keys, with_scheme


class CheckedFolder:
    """A folder below ``root``; ``read`` has the names of articles that were read with a sidecar of theirs."""

    def __init__(self, path: Path, root: Path) -> None:
        self.path = path
        self.read: set[str] = set()
        self._root = root
        self._is_told = False

    def problems(self) -> Iterator[Problem]:
        """Yield the problems of the guidelines and of files of evidence that nothing refers to."""
        yield from of_unused(self.path)
        try:
            guidelines_of(self.path)
        except FileError as error:
            yield error.problem

    @cached_property
    def copies(self) -> dict[str, Path]:
        """Names of the conflict copies, each with the sidecar that it is a copy of."""
        return {copy.name: sidecar for copy, sidecar in conflict_copies_in(self.path).items()}

    @property
    def faults(self) -> SchemeFaults:
        """Search for faults by the scheme that counts in the folder."""
        return self._scheme[0]

    def problems_of_scheme(self) -> list[Problem]:
        """Return the problems of the folder's own scheme at the first call, none later."""
        found = [] if self._is_told else self._scheme[1]
        self._is_told = True
        return found

    @cached_property
    def _scheme(self) -> tuple[SchemeFaults, list[Problem]]:
        home = with_scheme(self.path, self._root)
        scheme, problem = scheme_of(home)
        if home != self.path:
            return SchemeFaults(scheme), []
        if problem:
            return SchemeFaults(scheme), [problem]
        return SchemeFaults(scheme), unused_keys(path) if is_there(path := scheme_path(home)) else []
