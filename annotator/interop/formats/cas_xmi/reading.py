"""Reading of UIMA CAS, as XMI or JSON: one file, a folder of files, or a zip archive exported from INCEpTION."""

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
from annotator.interop.foreign.uima_packages import LANGUAGE
from annotator.interop.format import Incoming
from annotator.interop.formats.cas_xmi.descriptor import Descriptor
from annotator.interop.formats.cas_xmi.document import CasDocument
from annotator.interop.formats.cas_xmi.names import TYPE_SYSTEM
from annotator.interop.report import Report
from annotator.interop.xml.reading import root_of
from annotator.storage.articles.folder_walk import all_files_below
from annotator.storage.files.file_bytes import MIB, bytes_of, is_folder
from annotator.storage.files.file_error import FileError
from annotator.translation.messages import N_, _, ngettext, number

MOST_BYTES = 64 * MIB
MOST_OF_ARCHIVE = 256 * MIB
Loaded: TypeAlias = tuple[Element, str, Descriptor]
NO_FILES = N_("There are no files that end in {suffix} in it.")


class Found(NamedTuple):
    """A file, or a member of the archive ``file``, that is not loaded yet."""

    file: Path
    load: Callable[[], Loaded]


class Kind(NamedTuple):
    """A form in which a CAS is written: the suffix of its files, and how one is loaded.

    ``load`` takes the bytes, the file's name and the types that are described beside the file.
    """

    suffix: str
    load: Callable[[bytes, str, Descriptor], Loaded]


def read(path: Path, report: Report) -> Iterator[Incoming]:
    """Yield the documents, by the nearest ``TypeSystem.xml`` beside or above. Raises ForeignError and FileError."""
    return documents_in(path, report, Kind(".xmi", lambda data, name, types: (root_of(data, name), name, types)))


def documents_in(path: Path, report: Report, kind: Kind) -> Iterator[Incoming]:
    """Yield the documents of that kind. Raises ForeignError and FileError."""
    skipped: Counter[str] = Counter()

    def documents(found: Found) -> Iterator[Incoming]:
        document = CasDocument(*found.load(), report)
        yield document.incoming()
        skipped.update(document.skipped)

    yield from separately(_found(path, kind), documents, report, lambda found: found.file)
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


def _found(path: Path, kind: Kind) -> Iterator[Found]:
    """Yield each file with a function that loads its root element, name and type system."""
    if path.suffix.lower() == ".zip":
        yield from _archived(path, Archive(bytes_of(path, MOST_OF_ARCHIVE, FileError)), kind)
        return
    root = path if is_folder(path) else path.parent
    files = all_files_below(path, kind.suffix) if is_folder(path) else [path]
    if not files:
        raise ForeignError(_(NO_FILES).format(suffix=kind.suffix))
    described = lru_cache(maxsize=1)(_descriptor)
    for file in files:
        yield Found(file, partial(_loaded, file, root, described, kind))


def _loaded(file: Path, root: Path, described: Callable[[Path], Descriptor], kind: Kind) -> Loaded:
    name, beside = file.relative_to(root).as_posix(), _type_system_near(file, root)
    types = described(beside) if beside else Descriptor({})
    return kind.load(bytes_of(file, MOST_BYTES, FileError), name, types)


def _descriptor(file: Path) -> Descriptor:
    return Descriptor.of(bytes_of(file, MOST_BYTES, FileError), TYPE_SYSTEM)


def _archived(path: Path, archive: Archive, kind: Kind) -> Iterator[Found]:
    names = [name for name in archive.names if name.lower().endswith(kind.suffix)]
    if not names:
        raise ForeignError(_(NO_FILES).format(suffix=kind.suffix))
    for name in names:
        yield Found(path, partial(_unpacked, archive, name, kind))


def _unpacked(archive: Archive, name: str, kind: Kind) -> Loaded:
    beside = str(PurePosixPath(name).with_name(TYPE_SYSTEM))
    described = Descriptor.of(archive.read(beside), beside) if beside in archive else Descriptor({})
    return kind.load(archive.read(name), name, described)


def _type_system_near(file: Path, root: Path) -> Path | None:
    for folder in file.parents:
        if (folder / TYPE_SYSTEM).is_file():
            return folder / TYPE_SYSTEM
        if folder == root:
            break
    return None
