"""``annotator formats``: list the formats, with what each can carry."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Sequence
from typing import Any

from annotator.commands.running import run_listing
from annotator.interop.article_kinds import extractors
from annotator.interop.foreign.optional_libraries import is_installed
from annotator.interop.format import EVERYTHING, Format
from annotator.interop.registry import formats, unusable
from annotator.storage.files.file_error import shown
from annotator.storage.program.installation import EXPORT, missing_library

HEADINGS = ("name", "what", "out", "in", "does not carry")


def command(arguments: Sequence[str]) -> int:
    """Run ``annotator formats`` with its arguments; return the exit code."""
    description = (
        "List the formats that annotations are exported to and imported from, with what each cannot carry, "
        "and the kinds of files from which articles can be imported."
    )
    return run_listing("formats", description, arguments, _listed)


def _listed(as_json: bool) -> int:
    if as_json:
        values = {"annotations": [*map(_values, formats())], "articles": [*_article_values()]}
        print(json.dumps(values, indent=2, ensure_ascii=False))
        return 0
    rows = [_row(format) for format in formats()]
    print("Annotations")
    _print_table([HEADINGS, *rows])
    print("\nArticles")
    kinds = [(kind.name, kind.title, " ".join(kind.suffixes), _note(kind.needs)) for kind in extractors()]
    _print_table([("name", "what", "files", ""), *kinds])
    for sentence in _to_install():
        print(f"\n{shown(sentence)}")
    for sentence in unusable():
        print(f"annotator formats: {shown(sentence)}", file=sys.stderr)
    return 0


def _row(format: Format) -> tuple[str, ...]:
    missing = ", ".join(sorted(EVERYTHING - format.carries))
    out = " ".join(["yes" if format.write else "", _note(format.needs)]).strip()
    return format.name, format.title, out, "yes" if format.read else "", missing


def _note(needs: str) -> str:
    return "" if _is_ready(needs) else f"({needs} is missing)"


def _to_install() -> list[str]:
    """List the commands that install what is missing, each once."""
    wanted = {format.needs: EXPORT for format in formats()} | {kind.needs: "" for kind in extractors()}
    return [missing_library(needs, extra) for needs, extra in wanted.items() if not _is_ready(needs)]


def _is_ready(needs: str) -> bool:
    return not needs or is_installed(needs)


def _values(format: Format) -> dict[str, Any]:
    return {
        "name": format.name,
        "title": format.title,
        "suffix": format.suffix,
        "export": format.write is not None,
        "import": format.read is not None,
        "carries": sorted(format.carries),
        "units": list(format.units),
        "without_text": format.textless,
        "needs": format.needs,
        "installed": _is_ready(format.needs),
    }


def _article_values() -> Iterable[dict[str, Any]]:
    for kind in extractors():
        yield {
            "name": kind.name,
            "title": kind.title,
            "suffixes": list(kind.suffixes),
            "needs": kind.needs,
            "installed": _is_ready(kind.needs),
        }


def _print_table(rows: Sequence[Sequence[str]]) -> None:
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    for row in rows:
        print("  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip())
