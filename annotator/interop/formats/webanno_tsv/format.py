"""WebAnno TSV 3, as WebAnno and INCEpTION export it; offsets are UTF-16 code units."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path, PurePosixPath
from typing import NamedTuple

from annotator.interop.foreign.archive import Archive
from annotator.interop.foreign.errors import ForeignError, line_place
from annotator.interop.foreign.separately import separately
from annotator.interop.format import ATTRIBUTES, OVERLAPS, RELATIONS, Format, Incoming
from annotator.interop.formats.webanno_tsv.reading import TsvDocument
from annotator.interop.options import UTF_16
from annotator.interop.report import Report
from annotator.storage.articles.article_reading import ARTICLE_SUFFIXES
from annotator.storage.articles.folder_walk import all_files_below
from annotator.storage.files.file_bytes import MIB, bytes_of, is_folder
from annotator.storage.files.file_error import FileError
from annotator.translation.messages import N_, _, ngettext, number

SUFFIX = ".tsv"
MOST_BYTES, MOST_OF_ARCHIVE = 64 * MIB, 256 * MIB
NOBODY = ("INITIAL_CAS", "CURATION_USER")
"""Names in place of an annotator's in a project that was exported: nobody's work, and the final version."""

NO_FILES = N_("There are no files that end in {suffix} in it.")


class _Found(NamedTuple):
    """A file, or a member of the archive ``file``, by its name within the source."""

    file: Path
    name: str
    load: Callable[[], bytes]


def read(path: Path, report: Report) -> Iterator[Incoming]:
    """Yield the documents of a file, a folder or a zip archive. Raises ForeignError and FileError."""
    skipped: Counter[str] = Counter()

    def documents(found: _Found) -> Iterator[Incoming]:
        article, annotator = _article(found.name)
        document = TsvDocument(_decoded(found.load(), found.name), found.name, article, report)
        yield document.incoming(annotator)
        skipped.update(document.skipped)

    yield from separately(_found(path), documents, report, lambda found: found.file)
    for type, count in sorted(skipped.items()):
        report.notes.append(_left_out(type, count))


def _found(path: Path) -> Iterator[_Found]:
    if path.suffix.lower() == ".zip":
        archive = Archive(bytes_of(path, MOST_OF_ARCHIVE, FileError))
        found = [_Found(path, name, partial(archive.read, name)) for name in archive.names if name.endswith(SUFFIX)]
    else:
        root = path if is_folder(path) else path.parent
        files = all_files_below(path, SUFFIX) if is_folder(path) else [path]
        found = [
            _Found(file, file.relative_to(root).as_posix(), partial(bytes_of, file, MOST_BYTES, FileError))
            for file in files
        ]
    if not found:
        raise ForeignError(_(NO_FILES).format(suffix=SUFFIX))
    yield from found


def _article(name: str) -> tuple[str, str]:
    """Return the article's path and the annotator: in a project's export each document is a folder of annotators."""
    path = PurePosixPath(name)
    if path.parent.name.lower().endswith(ARTICLE_SUFFIXES):
        return path.parent.name, "" if path.stem in NOBODY else path.stem
    stem = path.with_suffix("")
    return (str(stem) if stem.suffix.lower() in ARTICLE_SUFFIXES else f"{stem}{ARTICLE_SUFFIXES[0]}"), ""


def _decoded(data: bytes, name: str) -> str:
    try:
        return data.decode()
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise ForeignError(_("It is not UTF-8."), line_place(line, name), line) from error


def _left_out(type: str, count: int) -> str:
    message = ngettext(
        "{count} of {type} are left out, as they are not a person's annotations.",
        "{count} of {type} are left out, as they are not a person's annotations.",
        count,
    )
    return message.format(count=number(count), type=type)


FORMAT = Format(
    "webanno-tsv", "WebAnno TSV 3", SUFFIX, frozenset({ATTRIBUTES, RELATIONS, OVERLAPS}), None, read, (UTF_16,)
)
