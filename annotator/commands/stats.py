"""``annotator stats``: print statistics of a folder."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from annotator.commands.jobs import add_jobs, tell_of_ended
from annotator.commands.progress import progress
from annotator.commands.reporting import wrong_use
from annotator.commands.running import run_command
from annotator.commands.stats_table import as_lines, as_values
from annotator.commands.totals_table import totals_as_lines, totals_as_values
from annotator.corpus.counting import ChunkCounting, Counted, not_counted
from annotator.corpus.processes import Processes
from annotator.corpus.tree import Found, Tree, count_sidecars, found_below, why_unreadable
from annotator.storage.articles.article_reading import is_article
from annotator.storage.files.file_error import Problem, SaveError

FINE, PROBLEMS = 0, 1


@dataclass(frozen=True, slots=True)
class Wanted:
    """Wishes: JSON in place of tables, a folder for charts, and whether those that are there are replaced."""

    as_json: bool = False
    charts: Path | None = None
    replace: bool = False


def command(arguments: Sequence[str]) -> int:
    """Run ``annotator stats`` with its arguments; return the exit code."""
    parser = argparse.ArgumentParser(
        prog="annotator stats",
        description="Count the articles below PATH, their documents, annotators, statuses, words, "
        "annotations, attributes and relations, how much of the texts is covered and read, whose voice facts are in, "
        "what their check has come to, how sources are named, and which labels stand together. Nothing is changed.",
        epilog="exit code: 0, 1 where a file cannot be read and so is not counted, 2 for wrong use",
    )
    parser.add_argument("paths", metavar="PATH", type=Path, nargs="+", help="a folder, an article or a sidecar")
    parser.add_argument("--json", action="store_true", help="print one JSON object instead of a table")
    charts_help = "put the charts of the window of statistics there: each as SVG and PNG, all as PDF, numbers as CSV"
    parser.add_argument("--charts", metavar="FOLDER", type=Path, help=charts_help)
    parser.add_argument("--replace", action="store_true", help="replace charts that are in FOLDER")
    add_jobs(parser)
    o = parser.parse_args(arguments)
    wanted = Wanted(o.json, o.charts, o.replace)
    return run_command("stats", lambda: stats(o.paths, o.jobs, wanted), o.paths)


def stats(paths: Sequence[Path], jobs: int, wanted: Wanted) -> int:
    """Print the statistics, and on stderr each file that cannot be read; return 1 if there is one, else 0."""
    if sentence := why_unreadable(paths) or _refusal(paths, wanted.charts):
        return wrong_use("stats", sentence)
    processes = Processes(ChunkCounting(with_tallies=wanted.charts is not None), jobs, not_counted)
    found = _WithoutArticles(found_below(paths, Tree()))
    counted = _counted(paths, processes, found)
    statistics = counted.statistics
    tell_of_ended("stats", processes.ended)
    articles = max(found.articles, statistics.articles)  # where paths are sidecars none is found
    for problem in counted.problems:
        print(problem, file=sys.stderr)
    if wanted.as_json:
        print(json.dumps(as_values(statistics, articles) | totals_as_values(statistics.totals), indent=2))
    else:
        print("\n".join([*as_lines(statistics, articles), *totals_as_lines(statistics.totals)]))
    if wanted.charts and (sentence := _saving_failed(counted, paths, wanted.charts, replace=wanted.replace)):
        return wrong_use("stats", sentence)
    return PROBLEMS if counted.problems else FINE


def _refusal(paths: Sequence[Path], charts: Path | None) -> str:
    if charts is None:
        return ""
    from annotator.commands.stats_charts import refusal  # here: charts are slow to import

    return refusal(charts, paths)


def _saving_failed(counted: Counted, paths: Sequence[Path], charts: Path, *, replace: bool) -> str:
    """Save the charts; return why that failed, in a sentence, else an empty text."""
    from annotator.commands.stats_charts import save_charts

    try:
        print(save_charts(counted.tallies, paths, charts, replace=replace), file=sys.stderr)
    except SaveError as error:
        return str(error)
    return ""


def _counted(paths: Sequence[Path], processes: Processes[Counted], found: Iterable[Found | Problem]) -> Counted:
    all_ = Counted()
    with progress("Counting", lambda: count_sidecars(paths)) as passed:
        for counted in processes.results(found):
            all_.problems.extend(counted.problems)
            for path in counted.paths:
                passed(path)
            all_.statistics.merge(counted.statistics)
            all_.tallies.extend(counted.tallies)
    return all_


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
