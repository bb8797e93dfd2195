"""Files of a REFI-QDA project: members of its archive, or those beside a project file that was unpacked."""

from __future__ import annotations

from pathlib import Path, PurePosixPath
from typing import Protocol

from annotator.interop.foreign.archive import MOST_OF_ONE, Archive
from annotator.interop.foreign.errors import ForeignError
from annotator.interop.formats.refi_qda.names import PROJECT, SOURCES
from annotator.storage.articles.folder_walk import all_files_in
from annotator.storage.files.file_bytes import MIB, bytes_of, is_folder
from annotator.storage.files.file_error import FileError, told
from annotator.translation.messages import _

MOST_BYTES = 512 * MIB
SUFFIX = ".qde"
XML = (b"<", b"\xef\xbb\xbf<", b"\xff\xfe<", b"\xfe\xff\x00<")


class Members(Protocol):
    """Files of a project by their names. Raises ForeignError for one that is missing or cannot be read."""

    @property
    def names(self) -> list[str]: ...

    def read(self, name: str) -> bytes: ...


class UnpackedProject:
    """A project file that lies in a folder, with its texts in a folder beside it."""

    def __init__(self, file: Path, data: bytes) -> None:
        self._data = data
        folders = [folder for folder in (file.parent / SOURCES, file.parent / SOURCES.lower()) if is_folder(folder)]
        texts = [text for folder in folders for text in all_files_in(folder, "")]
        self._files = {f"{SOURCES}/{text.name}": text for text in reversed(texts)}

    @property
    def names(self) -> list[str]:
        return [PROJECT, *self._files]

    def read(self, name: str) -> bytes:
        """Return the bytes of the project or of a text beside it. Raises ForeignError and FileError."""
        if name == PROJECT:
            return self._data
        if name not in self._files:
            raise ForeignError(_("{name} is missing in it.").format(name=told(name)))
        return bytes_of(self._files[name], MOST_OF_ONE, FileError)


def members_of(path: Path) -> Members:
    """Return the files of the project, which is an archive or a bare project file. Raises ForeignError, FileError."""
    data = bytes_of(path, MOST_BYTES, FileError)
    return UnpackedProject(path, data) if data.lstrip().startswith(XML) else Archive(data)


def project_in(names: list[str]) -> str:
    """Return the name of the project file, which some programs give the project's name. Raises ForeignError."""
    found = [name for name in names if name.lower().endswith(SUFFIX)]
    usual = [name for name in found if PurePosixPath(name.lower()).name == PROJECT]
    nearest = min(usual or found, key=lambda name: len(PurePosixPath(name).parts), default="")
    if not nearest:
        raise ForeignError(_("It is not a REFI-QDA project: {project} is missing in it.").format(project=PROJECT))
    return nearest
