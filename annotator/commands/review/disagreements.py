"""``annotator disagreements``: write a web page of what annotators had differently, to hand round."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from annotator.commands.reporting import FINE, PROBLEMS, wrong_use
from annotator.commands.running import run_command
from annotator.commands.standard_output import STANDARD_OUTPUT
from annotator.corpus.annotators.folder_documents import documents_below
from annotator.corpus.tree import why_unreadable
from annotator.review.disagreements import Disagreements
from annotator.review.disagreements_page import disagreements_page
from annotator.storage.files.atomic_write import write_atomically
from annotator.storage.files.file_bytes import is_there
from annotator.storage.files.file_error import FileError, Problem, shown


def command(arguments: Sequence[str]) -> int:
    """Run ``annotator disagreements`` with its arguments; return the exit code."""
    parser = argparse.ArgumentParser(
        prog="annotator disagreements",
        description="Write one web page of the places below PATH where annotators differ: by label, with examples and "
        "the guideline, and what was decided. Annotators are called A, B and so on. No sidecar is changed.",
        epilog="exit code: 0, 1 where a file cannot be read or written, 2 for wrong use",
    )
    parser.add_argument("paths", metavar="PATH", type=Path, nargs="+", help="a folder, an article or a sidecar")
    parser.add_argument(
        "-o", "--output", metavar="OUT.html", type=Path, required=True, help="the page to write; - prints it"
    )
    parser.add_argument("--names", action="store_true", help="call annotators by their names")
    parser.add_argument("--replace", action="store_true", help="write over OUT.html if it is there")
    o = parser.parse_args(arguments)
    return run_command(
        "disagreements", lambda: written(o.paths, o.output, with_names=o.names, replace=o.replace), o.paths
    )


def written(paths: Sequence[Path], out: Path, *, with_names: bool, replace: bool) -> int:
    """Write the page and say so; return 1 where a file cannot be read or written, else 0 or 2."""
    if sentence := why_unreadable(paths) or _unfit(out, replace=replace):
        return wrong_use("disagreements", sentence)
    found, problems = Disagreements(), list[Problem]()
    for one in documents_below(paths):
        if isinstance(one, Problem):
            problems.append(one)
        else:
            found.add(one.path, one.scheme, one.documents)
    for problem in problems:
        print(problem, file=sys.stderr)
    page = disagreements_page(found, with_names=with_names)
    if out == STANDARD_OUTPUT:
        sys.stdout.flush()
        sys.stdout.buffer.write(page)
        return PROBLEMS if problems else FINE
    try:
        write_atomically(out, page)
    except FileError as error:
        print(error.problem, file=sys.stderr)
        return PROBLEMS
    count = sum(found.kinds.values())
    differences = f"{count} {'difference' if count == 1 else 'differences'}"
    print(f"{differences} in {found.articles} {'article' if found.articles == 1 else 'articles'}: {shown(str(out))}")
    return PROBLEMS if problems else FINE


def _unfit(out: Path, *, replace: bool) -> str:
    if out == STANDARD_OUTPUT:
        return ""
    if out.suffix.lower() not in (".html", ".htm"):
        return f"{shown(str(out))}: The page needs a name that ends in .html."
    if is_there(out) and not replace:
        return f"{shown(str(out))}: It is there already; --replace writes over it."
    return ""
