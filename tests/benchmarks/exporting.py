"""Reading and exporting a large folder, beside PyYAML's C loader on the same sidecars, and what memory that takes."""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path

import yaml

from annotator.corpus.entries import entries_below
from annotator.interop.options import Options
from annotator.interop.outgoing.exporting import export
from annotator.interop.registry import format_named
from annotator.model.entry import Entry
from tests.benchmarks.commands import commands, renames
from tests.benchmarks.folders import ANNOTATIONS, PER_FOLDER, write_folders
from tests.benchmarks.processes import MEBIBYTE
from tests.benchmarks.table import Row
from tests.benchmarks.timing import Times

FORMAT = "jsonl"
LARGE = 20_000
"""Articles of the folder that the bars of whole commands are for."""


class ForFolders:
    """The processor time that each of them takes for one folder after another."""

    def __init__(self, out: Path) -> None:
        self.reading, self.exporting, self.yaml = Times(), Times(), Times()
        self._out = out

    def measure(self, folder: Path) -> None:
        """All three of one folder, by turns; the bytes that PyYAML is given are in memory already."""
        sidecars = [path.read_bytes() for path in folder.glob("*.yaml")]
        self.yaml.measure(lambda: self._load(sidecars))
        self.reading.measure(lambda: self._read(folder, len(sidecars)))
        self.exporting.measure(lambda: self._export(folder, len(sidecars)))

    @staticmethod
    def _load(sidecars: Sequence[bytes]) -> None:
        for data in sidecars:
            yaml.load(data, yaml.CSafeLoader)

    @staticmethod
    def _read(folder: Path, documents: int) -> None:
        assert sum(isinstance(entry, Entry) for entry in entries_below([folder])) == documents

    def _export(self, folder: Path, documents: int) -> None:
        format = format_named(FORMAT)
        assert format
        report = export(format, entries_below([folder]), self._out, Options(), lambda _path: None, replace=True)
        assert report.is_whole
        assert (report.documents, report.annotations) == (documents, ANNOTATIONS * documents)


def exporting(articles: int, rounds: int) -> Iterator[Row]:
    """The rows of a folder of so many articles."""
    with tempfile.TemporaryDirectory() as name:
        folders = write_folders(Path(name, "folder"), articles)
        times, each = ForFolders(Path(name, "out.jsonl")), min(articles, PER_FOLDER)
        for folder in folders * rounds:
            times.measure(folder)
        size = f"{articles:,}/{articles * ANNOTATIONS:,}"
        peak = _peak_of_export(Path(name, "folder"), Path(name, "all.jsonl"))
        yield from commands(Path(name, "folder"), Path(name, "all.jsonl"), size, barred=articles >= LARGE)
        yield from renames(Path(name, "folder"), Path(name, "all.jsonl"), size, barred=articles >= LARGE)
    other = times.yaml.cpu_median / each
    for what, own, limit in (("reading", times.reading, None), ("export to JSON lines", times.exporting, 0.333)):
        yield Row(f"{what}, per document", size, own.cpu_median / each, other, limit, other_name="PyYAML's C loader")
    yield Row("export to JSON lines, peak memory", size, peak, limit=300, unit="MiB")


def _peak_of_export(folder: Path, out: Path) -> float:
    """In MiB, of the program by its real entry."""
    command = [sys.executable, "-m", "tests.benchmarks.own_process.export_process", FORMAT, str(folder), "-o", str(out)]
    done = subprocess.run(command, stdout=subprocess.PIPE, check=True)
    peak: int = json.loads(done.stdout.splitlines()[-1])["peak"]
    return peak / MEBIBYTE
