"""Second pass of a change of the scheme: comments and decisions on annotations in other sidecars follow these."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from annotator.corpus.scheme_sweeps.plan import Plan, scheme_before
from annotator.corpus.scheme_sweeps.sources import Source, followed, source_of
from annotator.corpus.scheme_sweeps.tally import Tally
from annotator.model.scheme import Scheme
from annotator.storage.articles.article_reading import ARTICLE_SUFFIXES
from annotator.storage.files.file_bytes import bytes_of
from annotator.storage.files.file_error import FileError, Problem, SidecarError
from annotator.storage.saving.replacing import OVERTAKEN, TRIES, Replacement, replace_together
from annotator.storage.saving.scheme_journal import Journal, KeptSidecar, digest
from annotator.storage.sidecars.sidecar_editing import read_alone, with_items
from annotator.storage.sidecars.sidecar_names import stem_of
from annotator.storage.sidecars.sidecar_reading import MAX_SIDECAR_BYTES
from annotator.translation.messages import _

SECTIONS = re.compile(rb"\n(?:comments|decisions|'comments|'decisions|\"comments|\"decisions)")
"""Beginnings of a line with comments or decisions; alternatives are found faster than one common pattern."""
Place = tuple[Path, str]
"""Folder of a sidecar, and the name of its article without the suffix."""


def may_follow(data: bytes) -> bool:
    """Tell whether a sidecar with this content may have comments or decisions on annotations in others."""
    return SECTIONS.search(data) is not None


class Following:
    """Second pass over ``sidecars``, which follow the sidecars that the journal keeps; the journal keeps these too."""

    def __init__(self, plan: Plan, journal: Journal, sidecars: Iterable[Path], at: str) -> None:
        self._plan, self._journal, self._at = plan, journal, at
        self._beside: defaultdict[Place, list[Path]] = defaultdict(list)
        for path in sidecars:
            self._beside[_place(path)].append(path)
        self._schemes: dict[str | None, Scheme] = {}

    def through(self) -> Tally:
        """Let all sidecars follow; return the counts. Raises SaveError."""
        tally = Tally()
        for kept in self._journal.sidecars() if self._beside else ():
            sources: defaultdict[Path, list[Source]] = defaultdict(list)
            for item in kept:
                for path, source in self._sources(item):
                    sources[path].append(source)
            self._follow(sources, tally)
        return tally

    def _sources(self, kept: KeptSidecar) -> Iterator[tuple[Path, Source]]:
        """Yield each sidecar that may follow the one that is kept, with what the change did to that one."""
        path = self._plan.folder / kept.path
        beside = self._beside.get(_place(path))
        scheme = self._plan.scheme_for(kept.path.rpartition("/")[0])
        if not beside or scheme is None or kept.before is None or kept.after is not None:
            return
        if scheme.before not in self._schemes:
            self._schemes[scheme.before] = scheme_before(scheme, self._plan.folder / scheme.file)
        source = source_of(path, kept.before.encode(), self._plan.change, self._schemes[scheme.before])
        if source:
            yield from ((other, source) for other in beside)

    def _follow(self, sources: Mapping[Path, Sequence[Source]], tally: Tally) -> None:
        waiting = list(sources)
        for _try in range(TRIES):
            edits = [edit for path in waiting for edit in self._edited(path, sources[path], tally)]
            if not edits:
                return
            self._journal.add([self._kept(edit) for edit in edits])
            waiting = []
            for folder, some in _by_folder(edits).items():
                written = replace_together(folder, some, self._at)
                waiting += written.overtaken
                tally.problems += written.problems
        tally.problems += (Problem(path, None, _(OVERTAKEN)) for path in waiting)

    def _edited(self, path: Path, sources: Iterable[Source], tally: Tally) -> Iterator[Replacement]:
        """Yield the new content of the sidecar, if it has to follow any of the sources."""
        try:
            data = bytes_of(path, MAX_SIDECAR_BYTES, SidecarError)
            read = read_alone(path, data)
            after = read.document
            for source in sources:
                after = followed(after, source) if source.is_beside(read) else after
            if after is not read.document and not read.newer:
                yield Replacement(path, data, with_items(path, read, after))
        except FileError as error:
            tally.problems.append(error.problem)

    def _kept(self, edit: Replacement) -> KeptSidecar:
        path = edit.path.relative_to(self._plan.folder).as_posix()
        return KeptSidecar(path, edit.before.decode(), digest(edit.after), edit.after.decode())


def _place(sidecar: Path) -> Place:
    stem = stem_of(sidecar)
    whole = stem.lower().endswith(ARTICLE_SUFFIXES)
    return sidecar.parent, stem.rpartition(".")[0] if whole else stem


def _by_folder(edits: Iterable[Replacement]) -> dict[Path, list[Replacement]]:
    found: defaultdict[Path, list[Replacement]] = defaultdict(list)
    for edit in edits:
        found[edit.path.parent].append(edit)
    return found
