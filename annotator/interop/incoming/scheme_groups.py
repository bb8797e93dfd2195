"""Folders that an import fills, by the scheme they have or will share: one of a folder is not of its subfolders."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from annotator.model.scheme import Scheme
from annotator.storage.files.file_bytes import is_there
from annotator.storage.schemes.scheme_lookup import built_in_scheme, scheme_of, scheme_path


@dataclass(frozen=True, slots=True)
class SchemeGroup:
    """A folder, its scheme, and the ``others``, which have none and get the same one."""

    folder: Path
    scheme: Scheme
    others: tuple[Path, ...] = ()

    def has(self, folder: Path) -> bool:
        return folder == self.folder or folder in self.others


def scheme_groups(root: Path, scheme: Scheme, folders: Iterable[Path]) -> Iterator[SchemeGroup]:
    """Yield the group of the root, then one for each folder below it that has a scheme of its own.

    Where the root has a scheme, the folders that the import makes get a copy; one that was there keeps the built-in
    scheme, or gets an extended one.
    """
    below = [folder for folder in folders if folder != root]
    own = [folder for folder in below if _has_scheme(folder)]
    bare = [folder for folder in below if folder not in own]
    old = [folder for folder in bare if is_there(folder)] if bare and _has_scheme(root) else []
    yield SchemeGroup(root, scheme, tuple(folder for folder in bare if folder not in old))
    yield from (SchemeGroup(folder, built_in_scheme()) for folder in old)
    yield from (SchemeGroup(folder, scheme_of(folder)[0]) for folder in own)


def _has_scheme(folder: Path) -> bool:
    return is_there(scheme_path(folder))
