"""Write documents in a format; the target appears only when the export is complete."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from annotator.interop.foreign.errors import ForeignError
from annotator.interop.format import Format
from annotator.interop.options import Options
from annotator.interop.outgoing.guidelines import UsedSchemes, write_guidelines
from annotator.interop.outgoing.selection import offered
from annotator.interop.output import Output, staged
from annotator.interop.report import Report
from annotator.model.entry import Entry
from annotator.storage.files.file_error import Problem
from annotator.translation.messages import _


def unfit(format: Format, options: Options) -> str:
    """Return why the format does not allow these options, in a sentence; empty where it does."""
    if format.write is None:
        return _("{format} can be imported only.").format(format=_(format.title))
    if not options.with_text and not format.textless:
        return _("{format} cannot go without the articles' texts.").format(format=_(format.title))
    if options.unit and options.unit not in format.units:
        return _counts_otherwise(format)
    return ""


def _counts_otherwise(format: Format) -> str:
    units = format.units[0]
    for unit in format.units[1:]:
        units = _("{units} or {unit}").format(units=units, unit=unit)
    return _("{format} counts in {units} only.").format(format=_(format.title), units=units)


def export(
    format: Format,
    entries: Iterable[Entry | Problem],
    target: Path,
    options: Options,
    passed: Callable[[str], None],
    *,
    replace: bool = False,
) -> Report:
    """Write the entries to ``target`` and return the report, Problems included. Raises SaveError and ForeignError.


    ``passed`` is called with the path of each document before it is written; any exception it raises cancels the
    export, which then leaves nothing behind.
    """
    with staged(target, folder=not format.suffix, replace=replace) as output:
        return write(format, entries, output, options, passed)


def write(
    format: Format,
    entries: Iterable[Entry | Problem],
    output: Output,
    options: Options,
    passed: Callable[[str], None],
    sources: Sequence[Path] = (),
) -> Report:
    """Write the chosen entries to an output that the caller stages, and return the report. Raises ForeignError.

    ``sources`` are the folders and files that the entries are from: with them an export that is a folder gets the
    guidelines, without them none does.
    """
    sentence = unfit(format, options)
    if format.write is None or sentence:
        raise ForeignError(sentence)
    report = Report(notes=[*output.notes])
    used = UsedSchemes()
    format.write(used.of(offered(entries, format.carries, options, report, passed)), output, options, report)
    if sources and not format.suffix:
        write_guidelines(sources, used.schemes, output, report)
    return report
