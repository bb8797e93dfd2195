"""Reading of UIMA CAS XMI: one file, a folder of files, or a zip archive exported from INCEpTION."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from functools import lru_cache, partial
from pathlib import Path, PurePosixPath
from typing import NamedTuple, TypeAlias
from xml.etree.ElementTree import Element

from annotator.interop.foreign.archive import Archive
from annotator.interop.foreign.errors import ForeignError
from annotator.interop.foreign.separately import separately
from annotator.interop.format import Incoming
from annotator.interop.formats.cas_xmi.descriptor import Descriptor
from annotator.interop.formats.cas_xmi.document import LANGUAGE, CasDocument
from annotator.interop.formats.cas_xmi.names import TYPE_SYSTEM
from annotator.interop.report import Report
from annotator.interop.xml.reading import root_of
from annotator.storage.articles.folder_walk import all_files_below
from annotator.storage.files.file_bytes import MIB, bytes_of, is_folder
from annotator.storage.files.file_error import FileError
from annotator.translation.messages import N_, _, ngettext, number

MOST_BYTES = 64 * MIB
MOST_OF_ARCHIVE = 256 * MIB
SUFFIX = ".xmi"
Loaded: TypeAlias = tuple[Element, str, Descriptor]
NO_FILES = N_("There are no files that end in .xmi in it.")


class Found(NamedTuple):
    """A file, or a member of the archive ``file``, that is not loaded yet."""

    file: Path
    load: Callable[[], Loaded]


def read(path: Path, report: Report) -> Iterator[Incoming]:
    """Yield the documents, by the nearest ``TypeSystem.xml`` beside or above. Raises ForeignError and FileError."""
    skipped: Counter[str] = Counter()

    def documents(found: Found) -> Iterator[Incoming]:
        document = CasDocument(*found.load(), report)
        yield document.incoming()
        skipped.update(document.skipped)

    yield from separately(_found(path), documents, report, lambda found: found.file)
    for type, count in sorted(skipped.items(), key=lambda item: (item[0].rpartition(".")[2], item)):
        report.notes.append(_left_out(type, count))


def _left_out(type: str, count: int) -> str:
    """Return the sentence of the report on the structures of a type that were not taken for annotations."""
    if type.startswith(LANGUAGE):
        message = ngettext(
            "{count} of {type} are left out, as they are not a person's annotations.",
            "{count} of {type} are left out, as they are not a person's annotations.",
            count,
        )
    else:
        message = ngettext(
            "{count} of {type} are left out, as they mark no words.",
            "{count} of {type} are left out, as they mark no words.",
            count,
        )
    return message.format(count=number(count), type=type.rpartition(".")[2])


def _found(path: Path) -> Iterator[Found]:
    """Yield each file with a function that loads its root element, name and type system."""
    if path.suffix.lower() == ".zip":
        yield from _archived(path, Archive(bytes_of(path, MOST_OF_ARCHIVE, FileError)))
        return
    root = path if is_folder(path) else path.parent
    files = all_files_below(path, SUFFIX) if is_folder(path) else [path]
    if not files:
        raise ForeignError(_(NO_FILES))
    described = lru_cache(maxsize=1)(_descriptor)
    for file in files:
        yield Found(file, partial(_loaded, file, root, described))


def _loaded(file: Path, root: Path, described: Callable[[Path], Descriptor]) -> Loaded:
    name, beside = file.relative_to(root).as_posix(), _type_system_near(file, root)
    types = described(beside) if beside else Descriptor({})
    return root_of(bytes_of(file, MOST_BYTES, FileError), name), name, types


def _descriptor(file: Path) -> Descriptor:
    return Descriptor.of(bytes_of(file, MOST_BYTES, FileError), TYPE_SYSTEM)


def _archived(path: Path, archive: Archive) -> Iterator[Found]:
    names = [name for name in archive.names if name.lower().endswith(SUFFIX)]
    if not names:
        raise ForeignError(_(NO_FILES))
    for name in names:
        yield Found(path, partial(_unpacked, archive, name))


def _unpacked(archive: Archive, name: str) -> Loaded:
    beside = str(PurePosixPath(name).with_name(TYPE_SYSTEM))
    described = Descriptor.of(archive.read(beside), beside) if beside in archive else Descriptor({})
    return root_of(archive.read(name), name), name, described


def _type_system_near(file: Path, root: Path) -> Path | None:
    for folder in file.parents:
        if (folder / TYPE_SYSTEM).is_file():
            return folder / TYPE_SYSTEM
        if folder == root:
            break
    return None
