"""Folder for Hugging Face ``datasets``: JSON lines per split, a dataset card, and Croissant metadata."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from contextlib import ExitStack
from dataclasses import dataclass, field
from hashlib import sha256
from typing import Any, BinaryIO

from annotator.interop.format import ALL_BUT_CHECKS, Format
from annotator.interop.formats.huggingface.croissant import DataFile, croissant
from annotator.interop.formats.huggingface.dataset_card import ABOUT, dataset_card
from annotator.interop.formats.huggingface.dataset_counts import Counts
from annotator.interop.json.writing import json_line
from annotator.interop.options import DEV, LICENCE, TEST, TRAIN, Options
from annotator.interop.outgoing.document_rows import row_of
from annotator.interop.output import Output
from annotator.interop.report import Report
from annotator.model.entry import Entry
from annotator.translation.messages import N_, _

SPLITS = {TRAIN: "train", DEV: "validation", TEST: "test"}
"""Names of the splits in ``datasets``; without splits, everything is in “train”."""

DATE = re.compile(r"\d{4}-\d\d-\d\d")
ALL_DATES = N_(
    "All words marked in {file} are dates, which Hugging Face datasets takes for times. "
    "Take the words from the text by their offsets, or export Parquet."
)
NO_SPLIT = N_("it belongs to no split, so it is in the split for training")


@dataclass(slots=True)
class _Rows:
    """Open file of one split, with its size, hash, and whether all quoted words look like dates."""

    name: str
    file: BinaryIO
    size: int = 0
    digest: Any = field(default_factory=sha256)
    words: bool = False
    other_words: bool = False

    def add(self, row: dict[str, Any]) -> None:
        data = f"{json_line(row)}\n".encode()
        self.file.write(data)
        self.digest.update(data)
        self.size += len(data)
        for item in row["annotations"]:
            self.words = True
            self.other_words = self.other_words or not DATE.match(item["text"] or "")


def write(entries: Iterable[Entry], output: Output, options: Options, report: Report) -> None:
    """Write each row to its file at once, and then the card and the metadata, which need all counts."""
    counts = Counts()
    files = _write_rows(entries, output, options, report, counts)
    name = ", ".join(scheme.name or scheme.id for scheme in counts.schemes) or "Annotations"
    with output.text("README.md") as file:
        file.write(dataset_card(name, counts, files, options, report))
    with output.text("croissant.json") as file:
        file.write(json.dumps(croissant(name, ABOUT, options.licence, files), ensure_ascii=False, indent=2) + "\n")


def _write_rows(
    entries: Iterable[Entry], output: Output, options: Options, report: Report, counts: Counts
) -> list[DataFile]:
    written: dict[str, _Rows] = {}
    with ExitStack() as opened:

        def rows_of(split: str) -> _Rows:
            if split not in written:
                name = f"data/{split}.jsonl"
                written[split] = _Rows(name, opened.enter_context(output.binary(name)))
            return written[split]

        for entry in entries:
            if options.splits and not entry.split:
                report.document_altered(entry, NO_SPLIT)
            split = SPLITS.get(entry.split, "train")
            rows_of(split).add(row_of(entry, options, report))
            counts.add(entry, split)
        if not written:
            rows_of("train")
    dates_only = [rows for rows in written.values() if rows.words and not rows.other_words]
    report.notes += [_(ALL_DATES).format(file=rows.name) for rows in dates_only]
    order = [(split, written[split]) for split in SPLITS.values() if split in written]
    return [DataFile(split, rows.name, rows.size, rows.digest.hexdigest()) for split, rows in order]


FORMAT = Format(
    "huggingface", N_("Hugging Face datasets"), "", ALL_BUT_CHECKS, write, textless=True, uses=frozenset({LICENCE})
)
