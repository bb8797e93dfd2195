"""Differences between a folder's plan and the documents that are there; the plan hides none of them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from annotator.corpus.tree import Found
from annotator.language.annotator_names import GOLD
from annotator.model.plan import Plan
from annotator.storage.articles.article_reading import is_article
from annotator.storage.files.file_error import FileError, Problem, shown, told
from annotator.storage.plans.plan_reading import ReadPlan, plan_of
from annotator.storage.saving.own_sidecar import has_name_for
from annotator.storage.sidecars.sidecar_files import annotator_in, is_sidecar, stem_of


class PlanFaults:
    """Comparison of the plans of folders with the files that are found below them."""

    def __init__(self) -> None:
        self._plans: dict[Path, ReadPlan] = {}
        self._articles: defaultdict[Path, dict[str, Path]] = defaultdict(dict)
        self._sidecars: defaultdict[Path, list[Path]] = defaultdict(list)

    def begin(self, paths: Iterable[Path]) -> Iterator[Problem]:
        """Read the plans of the folders among the paths; yield those that cannot be read."""
        for path in paths:
            try:
                if read := plan_of(path):
                    self._plans[path] = read
            except FileError as error:
                yield error.problem

    def noting(self, found: Iterable[Found | Problem]) -> Iterator[Found | Problem]:
        """Yield what is found, and note which articles and sidecars there are in folders that have a plan."""
        for one in found:
            if isinstance(one, Found) and one.root in self._plans:
                if is_sidecar(one.file):
                    self._sidecars[one.root].append(one.file)
                elif is_article(one.file):
                    self._articles[one.root][one.file.relative_to(one.root).as_posix()] = one.file
            yield one

    def found(self) -> Iterator[Problem]:
        """Yield the differences, after all files have been noted."""
        for root, read in self._plans.items():
            by = _by_article(root, self._articles[root], self._sidecars[root])
            yield from _undone(read, self._articles[root], by)
            yield from _unplanned(read.plan, by)


def _by_article(root: Path, articles: Mapping[str, Path], sidecars: Iterable[Path]) -> dict[str, dict[str, Path]]:
    """Return the sidecars of each article, by the annotator in their names."""
    stems: defaultdict[tuple[Path, str], list[str]] = defaultdict(list)
    for name, path in articles.items():
        for stem in {path.stem, path.name}:
            stems[path.parent, stem].append(name)
    found: dict[str, dict[str, Path]] = {}
    for sidecar in sidecars:
        for name in stems[sidecar.parent, stem_of(sidecar)]:
            if has_name_for(sidecar, root / name):
                found.setdefault(name, {})[annotator_in(sidecar)] = sidecar
    return found


def _undone(read: ReadPlan, articles: Mapping[str, Path], by: Mapping[str, Mapping[str, Path]]) -> Iterator[Problem]:
    for article, annotators in read.plan.annotators_of().items():
        line = read.lines.get(article)
        if article not in articles:
            yield Problem(read.path, line, f"The article {told(article)} is not there.")
            continue
        for name in annotators:
            if name not in by.get(article, ()):
                yield Problem(read.path, line, f"{told(name)} has not annotated {told(article)}.")


def _unplanned(plan: Plan, by: Mapping[str, Mapping[str, Path]]) -> Iterator[Problem]:
    planned = plan.annotators_of()
    for article, sidecars in by.items():
        for name, sidecar in sidecars.items():
            if name and name not in (GOLD, *plan.reviewers, *planned.get(article, ())):
                yield Problem(sidecar, None, f"By the plan {shown(name)} was not to annotate this article.")
