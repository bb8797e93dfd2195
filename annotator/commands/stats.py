"""``annotator stats``: print statistics of a folder."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from annotator.commands.jobs import add_jobs, tell_of_ended
from annotator.commands.progress import progress
from annotator.commands.reporting import wrong_use
from annotator.commands.running import run_command
from annotator.commands.stats_table import as_lines, as_values
from annotator.corpus.counting import ChunkCounting, Counted, not_counted
from annotator.corpus.processes import Processes
from annotator.corpus.statistics import Statistics
from annotator.corpus.tree import Found, Tree, count_sidecars, found_below, why_unreadable
from annotator.storage.articles.article_reading import is_article
from annotator.storage.files.file_error import Problem

FINE, PROBLEMS = 0, 1


def command(arguments: Sequence[str]) -> int:
    """Run ``annotator stats`` with its arguments; return the exit code."""
    parser = argparse.ArgumentParser(
        prog="annotator stats",
        description="Count the articles below PATH, their documents, annotators, statuses, words, "
        "annotations, attributes and relations, and how much of the texts is covered and read. Nothing is changed.",
        epilog="exit code: 0, 1 where a file cannot be read and so is not counted, 2 for wrong use",
    )
    parser.add_argument("paths", metavar="PATH", type=Path, nargs="+", help="a folder, an article or a sidecar")
    parser.add_argument("--json", action="store_true", help="print one JSON object instead of a table")
    add_jobs(parser)
    options = parser.parse_args(arguments)
    return run_command("stats", lambda: stats(options.paths, options.jobs, as_json=options.json), options.paths)


def stats(paths: Sequence[Path], jobs: int, *, as_json: bool) -> int:
    """Print the statistics, and on stderr each file that cannot be read; return 1 if there is one, else 0."""
    if sentence := why_unreadable(paths):
        return wrong_use("stats", sentence)
    processes = Processes(ChunkCounting(), jobs, not_counted)
    found = _WithoutArticles(found_below(paths, Tree()))
    statistics, problems = _counted(paths, processes, found)
    tell_of_ended("stats", processes.ended)
    articles = max(found.articles, statistics.articles)  # where paths are sidecars none is found
    for problem in problems:
        print(problem, file=sys.stderr)
    if as_json:
        print(json.dumps(as_values(statistics, articles), indent=2))
    else:
        print("\n".join(as_lines(statistics, articles)))
    return PROBLEMS if problems else FINE


def _counted(
    paths: Sequence[Path], processes: Processes[Counted], found: Iterable[Found | Problem]
) -> tuple[Statistics, list[Problem]]:
    statistics, problems = Statistics(), list[Problem]()
    with progress("Counting", lambda: count_sidecars(paths)) as passed:
        for counted in processes.results(found):
            problems += counted.problems
            for path in counted.paths:
                passed(path)
            statistics.merge(counted.statistics)
    return statistics, problems


class _WithoutArticles:
    """Iteration over the files found that are no articles; articles are counted on the way."""

    def __init__(self, found: Iterable[Found | Problem]) -> None:
        self.articles = 0
        self._found = found

    def __iter__(self) -> Iterator[Found | Problem]:
        for item in self._found:
            if isinstance(item, Found) and is_article(item.file):
                self.articles += 1
            else:
                yield item
