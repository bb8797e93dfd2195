"""``annotator export``: write documents in the format of another program."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from pathlib import Path

from annotator.commands.export_lines import ChunkLines, not_read
from annotator.commands.jobs import add_jobs, tell_of_ended
from annotator.commands.progress import progress
from annotator.commands.reporting import print_report, wrong_use
from annotator.commands.running import run_command
from annotator.commands.standard_output import STANDARD_OUTPUT, written_to_standard_output
from annotator.corpus.entries import entries_below
from annotator.corpus.kept_back import KeptBack
from annotator.corpus.own_input import OwnInput
from annotator.corpus.processes import Processes
from annotator.corpus.splits import splits
from annotator.corpus.tree import Tree, count_sidecars, found_below, why_unreadable
from annotator.interop.foreign.errors import ForeignError
from annotator.interop.format import Format
from annotator.interop.options import NO_SPLITS, UNITS, Options
from annotator.interop.outgoing.exporting import unfit, write
from annotator.interop.output import Output, staged
from annotator.interop.registry import format_named, formats
from annotator.interop.report import Report
from annotator.interop.report_words import written
from annotator.language.annotator_names import GOLD
from annotator.model.entry import Entry
from annotator.storage.files.file_bytes import is_there
from annotator.storage.files.file_error import SaveError, shown


def command(arguments: Sequence[str]) -> int:
    """Run ``annotator export`` with its arguments; return the exit code."""
    chosen = _parser().parse_args(arguments)
    return run_command("export", lambda: _exported(chosen), chosen.paths)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="annotator export",
        description="Write the documents below PATH in the format of another program, and report what was left out or "
        "altered. “annotator formats” lists the formats.",
        epilog="exit code: 0 where all went well, 1 where a file could not be read or, with --strict, where something "
        "was left out or altered, 2 for wrong use",
    )
    parser.add_argument("format", metavar="FORMAT", help="its name, as “annotator formats” prints it")
    parser.add_argument("paths", metavar="PATH", type=Path, nargs="+", help="a folder, an article or a sidecar")
    out_help = "the file or, for formats of several files, the folder to write; - prints a single file"
    parser.add_argument("-o", "--output", metavar="OUT", type=Path, required=True, help=out_help)
    _add_choices(parser)
    _add_shape(parser)
    parser.add_argument("--replace", action="store_true", help="replace what is there")
    parser.add_argument("--strict", action="store_true", help="exit 1 where anything is left out or altered")
    add_jobs(parser, ", for JSON lines, doccano and Prodigy")
    parser.add_argument("--json", action="store_true", help="print the report as one JSON object")
    return parser


def _add_shape(parser: argparse.ArgumentParser) -> None:
    """Add the options that say how a document is written and how documents are divided."""
    parser.add_argument(
        "--without-text", action="store_true", help="offsets and hashes only, for texts that must not be passed on"
    )
    parser.add_argument("--unit", choices=UNITS, default="", help="what offsets count; otherwise the format's own")
    read_help = (
        "each sentence that is read or annotated as a document of its own, without the others: a sentence that is read "
        "and holds no annotation is a counter-example, an unread one is not"
    )
    parser.add_argument("--read-sentences", action="store_true", help=read_help)
    split_help = "train, dev and test in per cent, as 80,10,10; near-duplicate articles stay together"
    parser.add_argument("--split", metavar="SHARES", type=_shares, help=split_help)
    parser.add_argument("--seed", type=int, default=0, help="another number gives another split (0)")
    raw_help = "CSV for programs: cells as they are, though a spreadsheet may take some for formulas, and no BOM"
    parser.add_argument("--raw-cells", action="store_true", help=raw_help)
    parser.add_argument("--safe-cells", action="store_true", help=argparse.SUPPRESS)  # has become the default
    parser.add_argument("--licence", default="", help="licence of the texts, for a dataset's card")


def _add_choices(parser: argparse.ArgumentParser) -> None:
    """Add the options that say which documents and annotations go in."""

    def repeated(option: str, help: str) -> None:
        parser.add_argument(
            option, metavar="NAME", action="append", default=[], help=f"{help}; can be given several times"
        )

    repeated("--label", "only annotations of this label")
    repeated("--annotator", "only this annotator's documents, “” for those without a name")
    repeated("--status", "only documents of this status")
    parser.add_argument("--gold", action="store_true", help=f"only the final versions: those of the annotator “{GOLD}”")


def _shares(text: str) -> tuple[int, int, int]:
    """Parse three shares in per cent. Raises ArgumentTypeError."""
    parts = text.split(",")
    if len(parts) == 3 and all(part.strip().isdecimal() for part in parts):
        train, dev, test = map(int, parts)
        if train + dev + test == 100:
            return train, dev, test
    raise argparse.ArgumentTypeError(f"{text!r} is not three whole numbers that make 100, as in 80,10,10")


def _exported(chosen: argparse.Namespace) -> int:
    format = format_named(chosen.format)
    if sentence := _unfit(format, chosen):
        return wrong_use("export", sentence)
    assert format
    options = _options(chosen, NO_SPLITS)
    if sentence := unfit(format, options):
        return wrong_use("export", sentence)
    if chosen.split:
        entries = (entry for entry in entries_below(chosen.paths) if isinstance(entry, Entry))
        options = _options(chosen, splits(entries, chosen.split, chosen.seed))
    try:
        with progress("Exporting", lambda: count_sidecars(chosen.paths)) as passed:
            return _written(format, chosen, options, passed)
    except ForeignError as error:
        return wrong_use("export", str(error))
    except SaveError as error:
        return wrong_use("export", str(error))


def _written(format: Format, chosen: argparse.Namespace, options: Options, passed: Callable[[str], None]) -> int:
    writing = partial(_write, format, chosen, options, passed)
    if chosen.output == STANDARD_OUTPUT:
        report = written_to_standard_output(writing, format.suffix)
    else:
        refused = OwnInput(chosen.paths).refusal_of_file
        with staged(chosen.output, folder=not format.suffix, replace=chosen.replace, refused=refused) as output:
            report = writing(output)
    done = f"Exported as {format.title}: {written(report)}."
    to = sys.stderr if chosen.output == STANDARD_OUTPUT else sys.stdout
    return print_report(done, report, as_json=chosen.json, strict=chosen.strict, to=to)


def _write(
    format: Format, chosen: argparse.Namespace, options: Options, passed: Callable[[str], None], output: Output
) -> Report:
    if format.line is None:
        return write(format, entries_below(chosen.paths, KeptBack(chosen.paths)), output, options, passed, chosen.paths)
    report = Report(notes=[*output.notes])
    processes = Processes(
        ChunkLines(format.line, format.carries, options, KeptBack(chosen.paths)), chosen.jobs, not_read
    )
    with output.text() as file:
        for lines in processes.results(found_below(chosen.paths, Tree(articles=False))):
            for path in lines.paths:
                passed(path)
            file.write(lines.text)
            report.add(lines.report)
    tell_of_ended("export", processes.ended)
    return report


def _unfit(format: Format | None, chosen: argparse.Namespace) -> str:
    """Return a sentence that tells why the arguments do not fit; empty if they do."""
    if format is None and is_there(Path(chosen.format)):
        return f"{shown(chosen.format)}: It is no format but a file or folder. Name the format before it, as “csv”."
    if format is None:
        known = ", ".join(format.name for format in formats() if format.write)
        return f"{shown(chosen.format)}: There is no such format. There are {known}."
    if sentence := why_unreadable(chosen.paths):
        return sentence
    if chosen.output == STANDARD_OUTPUT and not format.suffix:
        return f"{format.title} is a folder of files and cannot be printed."
    if chosen.output == STANDARD_OUTPUT:
        return ""
    sentence = OwnInput(chosen.paths).refusal(chosen.output, folder=not format.suffix)
    return f"{shown(str(chosen.output))}: {sentence}" if sentence else ""


def _options(chosen: argparse.Namespace, split_of: Mapping[str, str]) -> Options:
    annotators = [*chosen.annotator, *([GOLD] if chosen.gold else [])]
    return Options(
        frozenset(chosen.label),
        frozenset(annotators),
        frozenset(chosen.status),
        not chosen.without_text,
        chosen.unit,
        not chosen.raw_cells,
        chosen.licence,
        split_of,
        chosen.read_sentences,
    )
