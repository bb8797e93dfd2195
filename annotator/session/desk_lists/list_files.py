"""A list as a CSV file, without contacts of sources."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from annotator.corpus.desk.table import csv_of
from annotator.corpus.own_input import OwnInput
from annotator.session.desk_lists.lines import ListLine
from annotator.storage.files.atomic_write import write_atomically
from annotator.storage.files.file_error import SaveError, shown
from annotator.translation.messages import _, ngettext, number


def save_csv(name: str, lines: Sequence[ListLine], target: Path, source: Path) -> str:
    """Write the lines as a table; return a sentence on what was done, or why it was not.

    ``source`` is the folder or the article that they are of, which is not written over.
    """
    if refusal := OwnInput([source]).refusal(target, folder=False):
        return _("{file}: {problem}").format(file=shown(target.name), problem=refusal)
    try:
        write_atomically(target, csv_of(name, [line.row for line in lines]), follow=True)
    except SaveError as error:
        return str(error)
    said = ngettext("Saved {count} row as {file}", "Saved {count} rows as {file}", len(lines))
    return said.format(count=number(len(lines)), file=shown(target.name))
