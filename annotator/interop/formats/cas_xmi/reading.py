"""Reading of UIMA CAS XMI: one file, a folder of files, or a zip archive exported from INCEpTION."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path, PurePosixPath
from xml.etree.ElementTree import Element

from annotator.interop.foreign.archive import Archive
from annotator.interop.foreign.errors import ForeignError
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
SUFFIX = ".xmi"
NO_FILES = N_("There are no files that end in .xmi in it.")


def read(path: Path, report: Report) -> Iterator[Incoming]:
    """Yield the documents, by the nearest ``TypeSystem.xml`` beside or above. Raises ForeignError and FileError."""
    skipped: Counter[str] = Counter()
    for root, name, described in _found(path):
        document = CasDocument(root, name, described, report)
        yield document.incoming()
        skipped += document.skipped
    for type, count in sorted(skipped.items()):
        report.notes.append(_left_out(type, count))


def _left_out(type: str, count: int) -> str:
    """Return the sentence of the report on the annotations of a type that no person has made."""
    message = ngettext(
        "{count} of {type} are left out, as they are not a person's annotations.",
        "{count} of {type} are left out, as they are not a person's annotations.",
        count,
    )
    return message.format(count=number(count), type=type)


def _found(path: Path) -> Iterator[tuple[Element, str, Descriptor]]:
    """Yield each file's root element, name and type system."""
    if path.suffix.lower() == ".zip":
        yield from _archived(Archive(bytes_of(path, MOST_OF_ARCHIVE, FileError)))
        return
    root = path if is_folder(path) else path.parent
    files = all_files_below(path, SUFFIX) if is_folder(path) else [path]
    if not files:
        raise ForeignError(_(NO_FILES))
    described: dict[Path, Descriptor] = {}
    for file in files:
        name = file.relative_to(root).as_posix()
        beside = _type_system_near(file, root)
        if beside and beside not in described:
            described = {beside: Descriptor.of(bytes_of(beside, MOST_BYTES, FileError), TYPE_SYSTEM)}
        data = bytes_of(file, MOST_BYTES, FileError)
        yield root_of(data, name), name, described[beside] if beside else Descriptor({})


def _archived(archive: Archive) -> Iterator[tuple[Element, str, Descriptor]]:
    names = [name for name in archive.names if name.lower().endswith(SUFFIX)]
    if not names:
        raise ForeignError(_(NO_FILES))
    for name in names:
        beside = str(PurePosixPath(name).with_name(TYPE_SYSTEM))
        described = Descriptor.of(archive.read(beside), beside) if beside in archive else Descriptor({})
        yield root_of(archive.read(name), name), name, described


def _type_system_near(file: Path, root: Path) -> Path | None:
    for folder in file.parents:
        if (folder / TYPE_SYSTEM).is_file():
            return folder / TYPE_SYSTEM
        if folder == root:
            break
    return None
