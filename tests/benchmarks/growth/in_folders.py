"""Actions that need no window, on folders of more and more articles."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from annotator.corpus.checking.problems import Check
from annotator.corpus.counting import ChunkCounting, not_counted
from annotator.corpus.processes import Processes
from annotator.corpus.tree import Tree, found_below
from annotator.session.opening.listing import listing_of
from annotator.session.opening.reading import read_all
from annotator.session.opening.scheme_cache import SchemeCache
from annotator.storage.files.confinement import confined_to
from annotator.storage.saving.conflict_copies import conflict_copies
from annotator.storage.sidecars.sidecar_files import sidecar_path
from tests.benchmarks.folders import write_folder
from tests.benchmarks.growth.exponents import SINGLE, WHOLE, Actions, Growing

LIMITS = {
    "check": WHOLE,
    "count": WHOLE,
    "list": WHOLE,
    "open one that is annotated": SINGLE,
    "open one that is not": WHOLE,  # the folder is listed: whose sidecars there are is not known
    "look for copies of one": WHOLE,
}


def in_folders(scale: float) -> Iterator[Growing]:
    """Folders of which every second article is annotated."""
    yield Growing("articles", max(4, round(250 * scale)), _in_folder, LIMITS)


@contextmanager
def _in_folder(number: int) -> Iterator[Actions]:
    with tempfile.TemporaryDirectory() as place:
        folder, schemes = Path(place) / "articles", SchemeCache()
        write_folder(folder, number)
        annotated, other = folder / "report-0.txt", folder / "report-1.txt"
        with confined_to([folder]):
            yield {
                "check": lambda: [*Check().below(folder)],
                "count": lambda: [*Processes(ChunkCounting(), 1, not_counted).results(found_below([folder], Tree()))],
                "list": lambda: listing_of(folder, schemes),
                "open one that is annotated": lambda: read_all(annotated, "", schemes),
                "open one that is not": lambda: read_all(other, "", schemes),
                "look for copies of one": lambda: conflict_copies(sidecar_path(annotated)),
            }
