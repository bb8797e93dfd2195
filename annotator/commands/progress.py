"""Progress bar of a long command on a terminal; nothing if the output is redirected."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Protocol

from annotator.storage.files.file_error import shown


class Bar(Protocol):
    """Function that shows the name of the current item, and counts it unless ``step`` is 0 for a part of one."""

    def __call__(self, name: str, step: int = 1) -> None: ...


@contextmanager
def progress(doing: str, total: Callable[[], int]) -> Iterator[Bar]:
    """Yield a function to call with the name of each item that begins. ``total`` is called only if a bar is shown."""
    if not sys.stderr.isatty():
        yield _no_bar
        return
    from rich.console import Console  # slow to import, and needed on a terminal only
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

        def passed(name: str, step: int = 1) -> None:
            bar.update(task, advance=step, at=escape(shown(name)))

        yield passed


def _no_bar(name: str, step: int = 1) -> None:
    """Show nothing."""
