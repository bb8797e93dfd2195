"""Charts of ``annotator stats`` as files in a folder."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from importlib import import_module
from pathlib import Path

from annotator.commands.standard_output import STANDARD_OUTPUT
from annotator.corpus.charts.all_charts import Wishes, charts_of
from annotator.corpus.own_input import OwnInput
from annotator.corpus.tallies.tally import Tally
from annotator.interop.output import staged
from annotator.storage.files.file_bytes import is_folder
from annotator.storage.files.file_error import shown
from annotator.storage.schemes.scheme_lookup import scheme_of

PAINTER = "annotator.chart_files"
"""Imported when it is used: painting is slow to import."""

WISHES = Wishes(rows=20, columns=20)


def refusal(folder: Path, paths: Sequence[Path]) -> str:
    """Return why charts cannot be saved in the folder, in a sentence; empty if they can."""
    if folder == STANDARD_OUTPUT:
        return "Charts are several files and cannot be printed. Name a folder with --charts."
    sentence = OwnInput(paths).refusal(folder, folder=True)
    return f"{shown(str(folder))}: {sentence}" if sentence else ""


def save_charts(tallies: Sequence[Tally], paths: Sequence[Path], folder: Path, *, replace: bool) -> str:
    """Save the charts by the scheme of the first path, and return a sentence about it. Raises SaveError."""
    home = paths[0] if is_folder(paths[0]) else paths[0].parent
    charts = charts_of(tallies, scheme_of(home)[0], WISHES)
    files: Mapping[str, bytes] = import_module(PAINTER).files_of(charts)
    with staged(folder, folder=True, replace=replace, refused=OwnInput(paths).refusal_of_file) as output:
        for name, content in files.items():
            with output.binary(name) as file:
                file.write(content)
    return f"{len(charts)} charts are in {shown(str(folder))}: each as SVG and PNG, all as PDF, their numbers as CSV."
