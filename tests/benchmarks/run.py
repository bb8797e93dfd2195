"""Takes all measurements, one after the other."""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from PySide6.QtWidgets import QApplication

from annotator.app import TURN_SECONDS
from annotator.ui.panels.annotations.panel import AnnotationsPanel
from tests.benchmarks.bulk import bulk_edits
from tests.benchmarks.counting.charts import charts
from tests.benchmarks.dense import Measure, dense
from tests.benchmarks.desk.board import board
from tests.benchmarks.details.cards import cards
from tests.benchmarks.details.selecting import selecting
from tests.benchmarks.drawing import Pair, Subject, annotate, open_again, page_down, resize, turn_wheel
from tests.benchmarks.exporting import exporting
from tests.benchmarks.facts.figures import figures_table
from tests.benchmarks.facts.figures_window import figures_window
from tests.benchmarks.facts.handover import hand_over
from tests.benchmarks.facts.names_and_quotes import names_and_quotes
from tests.benchmarks.filtering import RELATIONS, filtered_by_relation, groups_of_list, letters_in_filter
from tests.benchmarks.finding import finding
from tests.benchmarks.large_folder import large_folder
from tests.benchmarks.memory import after_others
from tests.benchmarks.processes import first_pictures, small_article
from tests.benchmarks.review.agreement import ARTICLES, agreement
from tests.benchmarks.review.compare_window import compare_window
from tests.benchmarks.review.comparing import comparing
from tests.benchmarks.saving import cost_for_the_window, cost_for_the_worker, key_to_disk
from tests.benchmarks.scheme_window import scheme_window
from tests.benchmarks.subjects import SIZE, Bare, View, Window
from tests.benchmarks.table import Row
from tests.benchmarks.text_units import figures, text_units
from tests.benchmarks.texts import Sample, sample
from tests.benchmarks.web_pages import SIZES, web_pages

BARRED = ("100 kB/1 k", "1 MB/10 k", "10 MB/100 k")
"""Articles with bars for opening them and for the key to paint."""

SHOWN = {"1 MB/10 k": (50, 120), "10 MB/100 k": (200, 1200)}
"""Milliseconds until the text of the next article is painted, and until its annotations are."""


PER_SUBFOLDER = 50
"""Articles of a large folder in each of the folders in it, where it has some."""


@dataclass(frozen=True, slots=True)
class Extent:
    """How large the articles are, by name, and how often things are done."""

    sizes: dict[str, tuple[int, int]]
    one_line: tuple[int, int]
    opened: int
    added: int
    moved: int
    started: int
    saved: str
    exported: tuple[int, int]
    """How many articles, and how often each."""
    folder: tuple[int, int, int]
    """How many articles a large folder has, and a small one, and how often things are done there."""
    dense: Measure
    pages: tuple[tuple[int, ...], int] = (SIZES, 7)
    """Bytes of the web pages that are read, and how often each."""
    figures: int = 10_000
    facts: int = 1000
    counted: int = 1000
    """Articles that are counted."""
    board: int = 5000
    """Articles of a board, with thirty claims each."""


QUICK_SIZES = {"100 kB/1 k": (100_000, 1000), "1 MB/10 k": (1_000_000, 10_000)}
FULL = Extent(
    {**QUICK_SIZES, "10 MB/100 k": (10_000_000, 100_000)},
    (1_000_000, 10_000),
    7,
    60,
    30,
    9,
    "1 MB/10 k",
    (20_000, 1),
    (100_000, 100, 8),
    Measure(1, 30, 500),
    counted=5000,
)
QUICK = Extent(
    QUICK_SIZES,
    (1_000_000, 10_000),
    5,
    40,
    20,
    5,
    "1 MB/10 k",
    (1000, 3),
    (2000, 100, 4),
    Measure(1, 15, 500),
    board=500,
)
TINY_SIZES = {"100 kB/1 k": (30_000, 200), "1 MB/10 k": (40_000, 300)}
TINY = Extent(
    TINY_SIZES,
    (30_000, 200),
    1,
    4,
    2,
    1,
    "1 MB/10 k",
    (20, 1),
    (30, 10, 1),
    Measure(0.2, 2, 60),
    ((20_000,), 1),
    100,
    50,
    3,
    board=5,
)


def measured(extent: Extent) -> Iterator[Row]:
    """Yield the rows of the table as they are measured."""
    yield from exporting(*extent.exported)
    yield from agreement(min(extent.exported[0], ARTICLES))
    yield from web_pages(*extent.pages)
    _application = QApplication.instance() or QApplication(sys.argv[:1])
    sys.setswitchinterval(TURN_SECONDS)  # as the program does
    samples = [sample(name, *size) for name, size in extent.sizes.items()]
    samples.append(sample("1 MB, one line", *extent.one_line, one_line=True))
    with tempfile.TemporaryDirectory() as compiled:
        yield from _starting(extent, Path(compiled))
        yield from _memory(samples[:-1], Path(compiled))
    yield after_others(samples[-2], [samples[-3]])
    yield from text_units(samples[1], extent.opened)
    yield from figures(extent.opened)
    yield from figures_table(extent.figures, extent.opened)
    yield from hand_over(extent.facts, extent.opened)
    yield from names_and_quotes(samples[1], extent.opened)
    yield from comparing(extent.opened, length=extent.one_line[0], many=extent.one_line[1])
    yield from compare_window(extent.opened, extent.moved, length=extent.one_line[0], many=extent.one_line[1])
    yield from _in_one_window(extent, samples)
    yield from large_folder(*extent.folder)
    if extent.folder[0] > PER_SUBFOLDER:  # else there would be nothing to measure
        yield from large_folder(*extent.folder, folders=extent.folder[0] // PER_SUBFOLDER)
    yield from dense(extent.dense, samples[-2])
    yield from selecting(samples[-2], extent.moved)
    yield from cards(samples[-2], extent.moved)
    yield from scheme_window(extent.dense.labels, extent.opened)
    yield from figures_window(extent.figures, extent.opened)
    yield from charts(extent.counted, extent.moved)
    yield from board(extent.board, extent.opened)


def _in_one_window(extent: Extent, samples: list[Sample]) -> Iterator[Row]:
    with tempfile.TemporaryDirectory() as folder:
        window = Window(Path(folder), samples)
        bare, view = Bare(SIZE), View(SIZE)
        grown: dict[str, list[Pair]] = {"view": [], "window": []}
        for shown in samples:
            for name, subject in (("view", view), ("window", window)):
                pair, more = _drawn(name, subject, bare, shown, extent)
                yield from more
                grown[name].append(pair)
        yield from _growth(grown, samples)
        yield from _filtering(window, samples[-2])
        yield from finding(window, samples[-2], 2)
        yield from _saving(window, {shown.name: shown for shown in samples}, extent, Path(folder))
        yield from bulk_edits(window, samples[0], samples[-2])
        window.close()


def _drawn(name: str, subject: Subject, bare: Bare, shown: Sample, extent: Extent) -> tuple[Pair, list[Row]]:
    barred = shown.name in extent.sizes
    words = shown.free_words(2 * extent.added)
    words = words[: extent.added] if name == "view" else words[extent.added :]
    opened = open_again(subject, bare, shown, extent.opened)
    added = annotate(subject, bare, words)
    start = min(words)
    moves = (
        ("page down", page_down(subject, bare, start, extent.moved), 1.3),
        ("wheel notch", turn_wheel(subject, bare, start, extent.moved), 1.3),
        ("resize", resize(subject, bare, start, extent.moved // 2), 1.6),
    )
    limit = 1.0 if name == "view" else 1.5
    rows = [_compared(f"open, {name}", shown.name, opened, limit if barred and shown.name in BARRED else None)]
    bars = SHOWN.get(shown.name, (None, None)) if name == "window" else (None, None)
    rows += [Row(f"open, {name}, wall", shown.name, opened.ours.wall_median, limit=bars[1])]
    if isinstance(subject, Window):
        rows += [Row("open, window, text, wall", shown.name, median(subject.texts[shown.name]), limit=bars[0])]
    rows += [_compared(f"{what}, {name}", shown.name, pair, most if barred else None) for what, pair, most in moves]
    return added, [*rows, *_added(name, shown.name, added)]


def _added(name: str, article: str, added: Pair) -> Iterator[Row]:
    barred = article in BARRED
    p95, repaint = added.ours.cpu_p95, added.bare.cpu_median
    yield Row(f"key to paint, {name}, p95", article, p95, repaint, 0.5 if barred and name == "view" else None)
    yield Row(f"key to paint, {name}, median", article, added.ours.cpu_median, repaint)
    if name == "window":
        yield Row("key to paint, window, wall p95", article, added.ours.wall_p95, limit=16 if barred else None)
        yield Row("key to paint, window, wall", article, added.ours.wall_median)


def _compared(what: str, article: str, pair: Pair, limit: float | None) -> Row:
    return Row(what, article, pair.ours.cpu_median, pair.bare.cpu_median, limit)


def _growth(grown: dict[str, list[Pair]], samples: list[Sample]) -> Iterator[Row]:
    large = samples[-2].name
    for name, pairs in grown.items():
        first, last = pairs[0].ours.cpu_median, pairs[-2].ours.cpu_median
        yield Row(f"key to paint, {name}, growth", large, last, first, 1.5, other_name=samples[0].name)


def _filtering(window: Window, shown: Sample) -> Iterator[Row]:
    """The first screen of what a letter in the filter of annotations finds, in the article with most of them."""
    window.open(shown)
    took = letters_in_filter(window.window.findChild(AnnotationsPanel), "water", 2)
    yield Row("letter in the filter of annotations", shown.name, took.cpu_median, limit=16)
    panel: AnnotationsPanel = window.window.findChild(AnnotationsPanel)
    grouped = groups_of_list(panel, 3)
    for order in ("verdict", "source", "part"):
        by_label = grouped["label"].cpu_median
        yield Row(f"list grouped by {order}", shown.name, grouped[order].cpu_median, by_label, None, other_name="label")
    yield Row("list grouped by label", shown.name, grouped["label"].cpu_median)
    took = filtered_by_relation(panel, window.session, RELATIONS, 3)
    yield Row("filter has:relation, 50,000 relations", shown.name, took.cpu_median)


def _starting(extent: Extent, compiled: Path) -> Iterator[Row]:
    ours, bare = first_pictures(small_article(), extent.started, compiled)
    yield Row("start to text, wall", "5 kB/50", ours.milliseconds, bare.milliseconds, 2)
    yield Row("start to text", "5 kB/50", ours.processor_milliseconds, bare.processor_milliseconds, 2)
    yield Row("start to everything shown, wall", "5 kB/50", ours.milliseconds_to_all, bare.milliseconds, 2.3)
    yield Row("memory at the start", "5 kB/50", ours.proportional, limit=65, unit="MiB")
    yield Row("memory at the start, beside", "5 kB/50", ours.proportional, bare.proportional, unit="MiB")


def _memory(samples: list[Sample], compiled: Path) -> Iterator[Row]:
    ours, bare = first_pictures(samples[-1], 1, compiled)
    limit = 1.3 if samples[-1].name == "10 MB/100 k" else None
    yield Row("resident memory", samples[-1].name, ours.mebibytes, bare.mebibytes, limit, "MiB")
    yield Row("start to text, wall", samples[-1].name, ours.milliseconds, bare.milliseconds)


def _saving(window: Window, samples: dict[str, Sample], extent: Extent, folder: Path) -> Iterator[Row]:
    small, large = samples["100 kB/1 k"], samples[extent.saved]
    words = small.free_words(extent.moved)
    window_cost = cost_for_the_window(small, words, folder)
    own = window_cost.ours.cpu_median - window_cost.bare.cpu_median
    yield Row("saving, in the window's thread, per change", small.name, own, limit=1)
    worker = cost_for_the_worker(large, large.free_words(extent.moved))
    yield Row("saving, in the worker", large.name, worker.ours.cpu_median, worker.bare.cpu_median, 25, "ms", "orjson")
    disk = key_to_disk(window, small, words)
    yield Row("key to disk, wall p95", small.name, disk.wall_p95, limit=100)
