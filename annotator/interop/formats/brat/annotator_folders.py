"""Folders that stand for annotators: folders side by side with files of the same names for the same texts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from hashlib import sha256
from pathlib import Path, PurePath, PurePosixPath
from typing import TypeAlias

from annotator.storage.files.file_bytes import MIB, bytes_of, is_there
from annotator.storage.files.file_error import FileError

TEXT = ".txt"
MOST_BYTES = 64 * MIB
Parts: TypeAlias = tuple[str, ...]


class AnnotatorFolders:
    """The annotators of standoff files below ``root``; folders whose texts differ, as of splits, are none.

    ``names`` are the names of the folders that were taken for annotators.
    """

    def __init__(self, root: Path, files: Iterable[Path]) -> None:
        self._root = root
        self._folders = {*self._found([*files])}
        self.names = sorted({folder[-1] for folder in self._folders})

    def of(self, file: Path) -> tuple[str, str]:
        """Return the annotator, empty where no folder names one, and the article's path without suffix."""
        parts = file.relative_to(self._root).with_suffix("").parts
        for at in range(1, len(parts)):
            if parts[:at] in self._folders:
                return parts[at - 1], PurePosixPath(*parts[: at - 1], *parts[at:]).as_posix()
        return "", PurePosixPath(*parts).as_posix()

    def _found(self, files: list[Path]) -> Iterator[Parts]:
        """Yield the folders of which most files have the text of a file of that name in a folder beside."""
        for_and_against: dict[Parts, Counter[bool]] = {}
        for group in self._namesakes(files):
            texts = {folder: self._text(file) for folder, file in group.items()}
            counts = Counter(texts.values())
            for folder, text in texts.items():
                for_and_against.setdefault(folder, Counter())[bool(text) and counts[text] > 1] += 1
        yield from (folder for folder, votes in for_and_against.items() if votes[True] > votes[False])

    def _namesakes(self, files: list[Path]) -> Iterator[dict[Parts, Path]]:
        """Yield files of the same names in folders side by side, by their folders."""
        groups: dict[tuple[Parts, Parts], dict[Parts, Path]] = {}
        for file in files:
            parts = file.relative_to(self._root).parts
            for at in range(len(parts) - 1):
                groups.setdefault((parts[:at], parts[at + 1 :]), {})[parts[: at + 1]] = file
        yield from (group for group in groups.values() if len(group) > 1)

    def _text(self, file: Path) -> str:
        """Return what tells the file's text from others; empty where it has none or an empty one."""
        beside = text_beside(file, self._root)
        try:
            data = bytes_of(beside, MOST_BYTES, FileError).split() if beside else []
        except FileError:  # told where the file is read
            return ""
        return sha256(b" ".join(data)).hexdigest() if data else ""


def text_beside(file: Path, root: PurePath) -> Path | None:
    """Return the text of a standoff file: beside it, else of that name in a folder above; None where there is none."""
    name = file.with_suffix(TEXT).name
    for folder in file.parents:
        if is_there(folder / name):
            return folder / name
        if folder == root:
            break
    return None
