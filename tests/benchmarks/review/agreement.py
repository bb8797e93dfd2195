"""Agreement of two annotators over 1,000 articles with 100 annotations each, resampled 1,000 times, by wall clock."""

from __future__ import annotations

import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from random import Random

from annotator.model.annotation import Annotation
from annotator.model.article import Article
from annotator.model.document import DONE, Document, Status
from annotator.model.span import Span
from annotator.storage.sidecars.sidecar_files import SidecarWriter
from tests.benchmarks.table import Row
from tests.benchmarks.timing import Times

ARTICLES, ANNOTATIONS = 1_000, 100
MOST_MS = 10_000
WORDS = ("harbour", "ferry", "fares", "council", "wall", "pension", "report", "minister", "boat", "budget", "rose")
LABELS = ("claim", "source", "figure", "cue", "quote")


def agreement(articles: int) -> Iterator[Row]:
    """The rows of the command on so many articles, on all cores and on one."""
    with tempfile.TemporaryDirectory() as name:
        write_pairs(Path(name), articles)
        size = f"{articles:,}×2×{ANNOTATIONS}"
        for jobs, more in (("all cores", ()), ("one core", ("--jobs", "1"))):
            times = Times()
            times.measure(lambda more=more: _run("agreement", name, *more))
            limit = MOST_MS if articles >= ARTICLES and not more else None
            yield Row(f"agreement, {jobs}, wall", size, times.wall_median, limit=limit)


def write_pairs(folder: Path, articles: int) -> None:
    """Write articles, each with the documents of two annotators who differ in some places."""
    chance = Random(1)
    for number in range(articles):
        text = " ".join(chance.choice(WORDS) for _ in range(900))
        article = Article.of(f"a{number:04}.txt", text)
        (folder / article.name).write_text(text, "utf-8")
        places = [_place(chance, len(text)) for _ in range(ANNOTATIONS)]
        for name in ("ines", "jona"):
            items = {}
            for at, (label, start, size) in enumerate(sorted(places, key=lambda place: place[1])):
                own = "quote" if chance.random() < 0.05 else label
                longer = chance.randrange(1, 8) if chance.random() < 0.2 else 0
                items[f"c-{at}"] = Annotation(f"c-{at}", own, Span(start, start + size + longer))
            document = Document(article, items, status=Status(DONE), annotator=name)
            (folder / f"a{number:04}.annotations.{name}.yaml").write_bytes(SidecarWriter().data(document))


def _place(chance: Random, length: int) -> tuple[str, int, int]:
    return chance.choice(LABELS), chance.randrange(length - 60), chance.randrange(6, 50)


def _run(*arguments: str) -> None:
    done = subprocess.run([sys.executable, "-m", "annotator", *arguments], stdout=subprocess.DEVNULL, check=False)
    assert done.returncode in (0, 1)
