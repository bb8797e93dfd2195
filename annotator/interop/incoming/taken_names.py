"""Names that are taken in a folder, so that no two files are one on a disk that minds neither case nor composition."""

from __future__ import annotations

import os
from pathlib import Path, PurePath

from annotator.interop.foreign.file_names import same_on_some_disk
from annotator.storage.articles.article_reading import is_article
from annotator.storage.files.file_bytes import is_folder, is_there
from annotator.storage.sidecars.sidecar_files import is_sidecar, stem_of


class TakenNames:
    """The stems that the articles of folders have, with ``sidecars`` theirs too; each folder is listed once."""

    def __init__(self, *, sidecars: bool) -> None:
        self._sidecars = sidecars
        self._articles: dict[Path, dict[str, Path]] = {}
        self._stems: dict[Path, set[str]] = {}
        self._folders: dict[tuple[Path, str], Path] = {}

    def below(self, folder: Path, relative: PurePath) -> Path:
        """Return the path below the folder, through folders that are there or were named before."""
        for part in relative.parts[:-1]:
            folder = self._folder(folder, part)
        return folder / relative.name

    def article(self, path: Path) -> Path | None:
        """Return the article of that name, spelled in whatever way."""
        self._list(path.parent)
        return path if is_there(path) else self._articles[path.parent].get(same_on_some_disk(path.name))

    def free(self, path: Path) -> Path:
        """Return the path, with a number where its stem is taken; it is from then on."""
        number, found = 1, path
        while self.has_stem(found):
            number += 1
            found = path.with_name(f"{path.stem} {number}{path.suffix}")
        self.take(found)
        return found

    def has_stem(self, path: Path) -> bool:
        """Tell whether the stem is taken, spelled in whatever way, or such a file is there."""
        self._list(path.parent)
        names = {same_on_some_disk(path.stem), same_on_some_disk(path.name)}  # a sidecar may have the whole name
        return os.path.lexists(path) or not names.isdisjoint(self._stems[path.parent])

    def take(self, path: Path) -> None:
        """Take the stem for a file that is to be written."""
        self._list(path.parent)
        self._stems[path.parent].add(same_on_some_disk(path.stem))

    def give_back(self, path: Path) -> None:
        """Forget what was found in the file's folder: a file has been removed from it."""
        self._stems.pop(path.parent, None)

    def _folder(self, parent: Path, name: str) -> Path:
        key = parent, same_on_some_disk(name)
        if key not in self._folders:
            alike = [path for path in _files_of(parent) if same_on_some_disk(path.name) == key[1] and is_folder(path)]
            exact = parent / name
            self._folders[key] = exact if exact in alike or not alike else alike[0]
        return self._folders[key]

    def _list(self, folder: Path) -> None:
        if folder in self._stems:
            return
        files = _files_of(folder)
        articles = [file for file in files if is_article(file)]
        self._articles[folder] = {same_on_some_disk(file.name): file for file in articles}
        stems = [file.stem for file in articles] + [
            stem_of(file) for file in files if self._sidecars and is_sidecar(file)
        ]
        self._stems[folder] = {same_on_some_disk(stem) for stem in stems}


def _files_of(folder: Path) -> list[Path]:
    try:
        return [*folder.iterdir()]
    except OSError:
        return []
