"""brat collections: a folder with a text and a standoff file per document, and brat's configuration."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from annotator.interop.foreign.errors import ForeignError, line_place
from annotator.interop.foreign.separately import separately
from annotator.interop.format import ATTRIBUTES, EXTRA, NOTES, OVERLAPS, RELATIONS, Format, Incoming
from annotator.interop.formats.brat.annotator_folders import TEXT, AnnotatorFolders, text_beside
from annotator.interop.formats.brat.config import BratConfig
from annotator.interop.formats.brat.lines import KEY
from annotator.interop.formats.brat.names import CONFIG, BratNames
from annotator.interop.formats.brat.reading import BratReader
from annotator.interop.formats.brat.writing import BratDocument
from annotator.interop.options import Options
from annotator.interop.outgoing.selection import has_other_keys
from annotator.interop.output import Output
from annotator.interop.report import Report
from annotator.model.entry import Entry
from annotator.storage.articles.folder_walk import all_files_below
from annotator.storage.files.file_bytes import MIB, bytes_of, is_folder, is_there
from annotator.storage.files.file_error import FileError, Problem, told
from annotator.translation.messages import N_, _, listed

VISUAL = "visual.conf"
LINES = ".ann"
BY_FOLDERS = N_("The folders {names} have the same articles, so each was taken for an annotator.")
# Translators: {sentence} is a whole sentence that says what is wrong with one line of a file
LINE_LEFT_OUT = N_("{sentence} Only this line was left out.")
MOST_BYTES = 64 * MIB


def write(entries: Iterable[Entry], output: Output, options: Options, report: Report) -> None:
    """Write two files per document, in one folder per split."""
    config = BratConfig()
    for entry in entries:
        config.add(entry.scheme)
        name = f"{entry.split}/{entry.name}" if entry.split else entry.name
        config.document(name, entry.document.annotator)
        with output.text(f"{name}{TEXT}") as file:
            file.write(entry.text)
        with output.text(f"{name}{LINES}") as file:
            file.writelines(f"{line}\n" for line in BratDocument(entry, config, report).lines())
        if has_other_keys(entry, KEY):
            report.not_carried.add(EXTRA)
    for name, content in ((CONFIG, config.annotation), (VISUAL, config.visual)):
        with output.text(name) as file:
            file.write(content)


def read(path: Path, report: Report) -> Iterator[Incoming]:
    """Yield the documents below a folder, or of one .ann file. Raises ForeignError and FileError."""
    folder = path if is_folder(path) else path.parent
    config = folder / CONFIG
    names = BratNames(_text_of(config, folder) if is_there(config) else "")
    files = all_files_below(folder, LINES) if folder == path else [path]
    if not files:
        raise ForeignError(
            _("There is no file in it whose name ends with {suffix}, as brat's do.").format(suffix=LINES)
        )
    annotators = AnnotatorFolders(folder, files)
    if annotators.names:
        report.notes.append(_(BY_FOLDERS).format(names=listed(map(told, annotators.names))))

    def document(file: Path) -> list[Incoming]:
        article, (annotator, name) = text_beside(file, folder), annotators.of(file)
        if not annotator:
            annotator, name = names.document(name)
        text = _text_of(article, folder) if article else None
        reader = BratReader(file.relative_to(folder).with_suffix("").as_posix(), names, text, report)
        incoming = reader.read(_text_of(file, folder))
        for fault in reader.faults:
            told_so = _(LINE_LEFT_OUT).format(sentence=fault.sentence)
            report.problems.append(Problem(file, fault.line, told_so))
        return [replace(incoming, path=f"{name}{TEXT}", annotator=annotator)]

    yield from separately(files, document, report, lambda file: file)


def _text_of(file: Path, folder: Path) -> str:
    data = bytes_of(file, MOST_BYTES, FileError)
    place = file.relative_to(folder).as_posix()
    try:
        text = data.decode()
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise ForeignError(_("It is not UTF-8, as brat's files are."), line_place(line, place), line) from error
    if "\0" in text and file.suffix == TEXT:
        raise ForeignError(_("It has characters that are not text."), place)
    return text


FORMAT = Format("brat", "brat", "", frozenset({ATTRIBUTES, RELATIONS, NOTES, OVERLAPS, EXTRA}), write, read)
