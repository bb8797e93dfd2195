"""How far a long command has come: a bar on a terminal, nothing elsewhere."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from annotator.storage.files.file_error import shown


@contextmanager
def progress(doing: str, total: Callable[[], int]) -> Iterator[Callable[[str], None]]:
    """Gives what is to be called with the name of each thing that is begun. ``total`` is asked only for a bar."""
    if not sys.stderr.isatty():
        yield _unheard
        return
    from rich.console import Console  # here: slow to import, and only people on a terminal see it
    from rich.markup import escape
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (
        TextColumn(doing),
        BarColumn(),
        MofNCompleteColumn(),
        TimeRemainingColumn(),
        TextColumn("{task.fields[at]}"),
    )
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task(doing, total=total(), at="")

        def passed(name: str) -> None:
            bar.update(task, advance=1, at=escape(shown(name)))

        yield passed


def _unheard(name: str) -> None:
    """Nobody looks."""
