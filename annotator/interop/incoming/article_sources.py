"""Extraction of texts from the chosen files, each by the extractor for its suffix."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path

from annotator.interop.article_kinds import extractor_for
from annotator.interop.articles.extracted import Extracted, Extractor, Wishes
from annotator.interop.foreign.errors import ForeignError
from annotator.interop.foreign.separately import MOST_OF_NONE
from annotator.storage.articles.article_reading import MAX_ARTICLE_BYTES
from annotator.storage.articles.folder_walk import files_below
from annotator.storage.articles.unreadable import how_to_convert
from annotator.storage.files.file_bytes import MIB, bytes_of, is_folder
from annotator.storage.files.file_error import FileError, Problem, told
from annotator.storage.files.real_place import followed
from annotator.storage.sidecars.sidecar_files import is_sidecar
from annotator.translation.messages import N_, _, number

MAX_BYTES = 64 * MIB
UNKNOWN_KIND = N_("No kind of file is known by its ending. “annotator formats” lists those that are.")

OTHER_KIND = N_("Its ending {ending} is that of another kind of file. Import it as “{name}”, or rename it.")
TOO_LARGE = N_("Its text is larger than {most} MiB. Split it into smaller files.")
UNREAD_FOLDER = N_("This folder cannot be read, so nothing in it is imported. Check its permissions and try again.")


@dataclass(frozen=True, slots=True)
class Taken:
    """Text extracted from the file ``source``, and the SHA-256 of that file's bytes.

    One that is ``alone`` in its file is named after the file where another text has its name.
    """

    source: Path
    sha256: str
    extracted: Extracted
    alone: bool = False


def files_in(paths: Iterable[Path]) -> Iterator[Path]:
    """Yield the files, and from folders every file below with a known suffix, except sidecars and hidden files.

    Files of kinds that are to be converted first are yielded as well, so that ``taken_from`` tells of them.

    A link that is named itself is followed; of those that are found in a folder, none that leads out of it is read.
    A folder that cannot be read is yielded itself, so that ``taken_from`` tells of it.
    """
    unread: list[Problem] = []
    for path in paths:
        if not is_folder(path):
            yield followed(path)
            continue
        for file in files_below(path, unread):
            if not is_sidecar(file) and (extractor_for(file) or how_to_convert(file)):
                yield file
    yield from (problem.path for problem in unread)


def taken_from(source: Path, wishes: Wishes, problems: list[Problem], kind: Extractor | None = None) -> Iterator[Taken]:
    """Yield the texts of the file, by the extractor ``kind`` or else the one for its suffix. Raises FileError.

    What fails in the file and takes nothing else with it, as a row of a table, is added to the problems.
    """
    kind = kind or extractor_for(source)
    if kind is None:
        raise FileError.at(source, _(UNREAD_FOLDER) if is_folder(source) else how_to_convert(source) or _(UNKNOWN_KIND))
    _check_kind(source, kind)
    data = bytes_of(source, MAX_BYTES, FileError)
    digest = sha256(data).hexdigest()
    failures: list[Problem] = []
    some = False
    wishes = replace(wishes, failed=lambda error: failures.append(error.problem(source)))
    try:
        for extracted in _those_that_fit(kind.extract(data, source.name, wishes), source.stem, wishes):
            some = True
            yield Taken(source, digest, extracted)
    except ForeignError as error:
        raise FileError(error.problem(source)) from error
    finally:
        problems += failures if some else failures[:MOST_OF_NONE]


def _check_kind(source: Path, kind: Extractor) -> None:
    """Refuse a file whose ending is that of another kind; plain text may be anything. Raises FileError."""
    own = extractor_for(source)
    if own and own.name not in (kind.name, "text") and kind.name != "text":
        raise FileError.at(source, _(OTHER_KIND).format(ending=source.suffix, name=own.name))


def _those_that_fit(texts: Iterable[Extracted], stem: str, wishes: Wishes) -> Iterator[Extracted]:
    """Yield the texts with a final newline, without those that would be too large to open as articles."""
    for extracted in texts:
        text = extracted.text if extracted.text.endswith("\n") else f"{extracted.text}\n"
        if len(text.encode()) <= MAX_ARTICLE_BYTES:
            yield replace(extracted, text=text)
        else:
            place = "" if extracted.name == stem else told(extracted.name)
            wishes.failed(ForeignError(_(TOO_LARGE).format(most=number(MAX_ARTICLE_BYTES // MIB)), place))
