"""Guess whether files to import hold articles or annotations, and the format of the annotations."""

from __future__ import annotations

from collections.abc import Sequence
from concurrent.futures import Future
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from annotator.interop.article_kinds import extractor_for
from annotator.session.background.jobs import Jobs
from annotator.session.exporting.format_list import ListedFormat
from annotator.storage.articles.folder_walk import files_below
from annotator.storage.files.file_bytes import is_folder, open_file
from annotator.storage.files.file_error import FileError, Problem
from annotator.storage.files.real_place import followed

ARTICLES = "articles"
"""Name used for articles in place of a format's name, as on the command line."""

HEAD = 64 * 1024
SIGNS = (
    (b"#FORMAT=WebAnno TSV 3", "webanno-tsv"),
    (b'"annotator-jsonl"', "jsonl"),
    (b"ns/anno.jsonld", "web-annotation"),
    (b"<collection>", "bioc"),
    (b'"passages"', "bioc"),
    (b'"%FEATURE_STRUCTURES"', "cas-json"),
    (b'"_task_hash"', "prodigy"),
    (b'"spans"', "prodigy"),
    (b'"result"', "label-studio"),
    (b'"completions"', "label-studio"),
    (b'"start_offset"', "doccano"),
    (b'"char-offset:', "web-annotation"),
    (b'"selector"', "web-annotation"),
    (b'"entities"', "doccano"),
    (b'"label": [[', "doccano"),
    (b'"label":[[', "doccano"),
)
"""Byte strings that identify formats whose files have the same suffixes as others, or as tables of texts."""

ENDINGS_OF_SEVERAL = (".json", ".jsonl", ".ndjson", ".jsonld", ".tsv", ".xml")
ENDINGS = {
    ".ann": "brat",
    ".xmi": "cas-xmi",
    ".qdpx": "refi-qda",
    ".qde": "refi-qda",
    ".conll": "conll",
    ".iob2": "conll",
}


class KindDetector(QObject):
    """Detection in the background. ``told`` gives the name of the kind, for the latest request only."""

    told = Signal(str)

    def __init__(self, jobs: Jobs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._pass = 0  # results of jobs from earlier passes are ignored

    def ask(self, sources: Sequence[Path], formats: Sequence[ListedFormat]) -> None:
        """Detect the kind of these sources in place of an earlier request."""
        self._pass += 1
        self._jobs.run(partial(detected_kind, tuple(sources), tuple(formats)), partial(self._tell, self._pass))

    def stop(self) -> None:
        self._pass += 1

    def _tell(self, this: int, done: Future[str]) -> None:
        if this == self._pass:
            self.told.emit(done.result())


def detected_kind(sources: Sequence[Path], formats: Sequence[ListedFormat]) -> str:
    """Return the name of the format, or ``ARTICLES`` for files that are not recognised."""
    readable = {listed.format.name for listed in formats if listed.format.read}
    for source in sources:
        name = _name_of(followed(source))
        if name:
            return name if name in readable else ARTICLES
    return ARTICLES


def _name_of(source: Path) -> str:
    if is_folder(source):
        unread: list[Problem] = []  # the import itself tells of these
        return "brat" if any(path.suffix == ".ann" for path in files_below(source, unread)) else ""
    suffix = source.suffix.lower()
    if suffix in ENDINGS_OF_SEVERAL:
        return _by_signs(source)
    return ENDINGS.get(suffix, "") if extractor_for(source) is None else ""


def _by_signs(source: Path) -> str:
    try:
        with open_file(source, FileError) as file:
            head = file.read(HEAD)
    except (OSError, FileError):
        return ""
    return next((name for sign, name in SIGNS if sign in head), "")
