"""Documents of all annotators of one article, read and compared in the background."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from annotator.anchoring.anchored import read_document
from annotator.language.annotator_names import GOLD, UNNAMED
from annotator.model.annotation import Annotation, Relation
from annotator.model.article import Article
from annotator.model.difference import difference
from annotator.model.document import Document
from annotator.model.kinds.decisions import Decision
from annotator.review.adjudicating import Compared
from annotator.review.beginning import beginning
from annotator.review.comparing import MOST, Cluster, compared, differences
from annotator.review.deciding_again import Reopened, decided_again
from annotator.review.own_work import is_own_work
from annotator.session.opening.collecting import uncollected
from annotator.session.review.differences import Differences
from annotator.session.review.lost_folder import why_lost
from annotator.storage.files.file_bytes import bytes_of
from annotator.storage.files.file_error import FileError, SidecarError, shown
from annotator.storage.saving.conflict_copies import conflict_copies
from annotator.storage.saving.history import versions
from annotator.storage.saving.own_sidecar import sidecars_of
from annotator.storage.sidecars.belonging import owned
from annotator.storage.sidecars.sidecar_files import MAX_SIDECAR_BYTES, annotator_in

ENOUGH = 2000
"""Annotations of the beginning that are compared first: more than can be seen in a window."""


@dataclass(frozen=True, slots=True)
class ReadAnnotators:
    """Documents by annotator with what was found in them.

    ``problems`` are sentences on sidecars that cannot be read, ``reopened`` the decisions of the final version that no
    longer stand. ``names`` are all who have a sidecar of the article, of whom some may not be compared; ``crowded``:
    of those who have annotated it there are more than can be. ``whole``: the clusters are all there are, and not only
    those of the beginning. ``lost`` says why nothing beside the article can be read, empty where it can.
    """

    table: Compared
    problems: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    reopened: tuple[Reopened, ...] = field(default=())
    crowded: bool = False
    whole: bool = True
    lost: str = ""
    differences: Differences = field(init=False)

    def __post_init__(self) -> None:
        found = Differences(differences(self.table.clusters))
        object.__setattr__(self, "differences", found)  # here: not in the thread of the window

    @property
    def left_out(self) -> tuple[str, ...]:
        """Annotators who are not compared, though their sidecars can be read."""
        return tuple(name for name in self.names if name not in self.table.documents)


def chosen_of(documents: Mapping[str, Document], wanted: Collection[str]) -> tuple[str, ...]:
    """Return the names that are wanted, ``MOST`` at most; the first who have annotated where less than two are."""
    some = [name for name in documents if name in wanted]
    if len(some) < 2:
        some = [name for name, document in documents.items() if is_own_work(document)]
    return tuple(some if len(some) > 1 else documents)[:MOST]


def read_annotators(
    path: Path, article: Article, final: Document | None, own: Mapping[str, Document], wanted: Collection[str] = ()
) -> ReadAnnotators:
    """Read and compare the sidecars of the article, but for the final version where that is given.

    ``own`` has the documents that are open, by the annotator's name: they may have changes that are not saved yet.
    ``wanted`` are the annotators who are to be compared. Documents of less than two annotators are not compared. Of
    many annotations only those of the beginning are compared, if there are differences: ``whole_of`` compares all.
    """
    with uncollected(much=True):
        return _read_annotators(path, article, final, own, wanted)


def whole_of(found: ReadAnnotators) -> ReadAnnotators:
    """Return what was found with all clusters. Raises what ``compared`` raises."""
    documents = found.table.documents
    with uncollected(much=True):
        return replace(found, table=Compared(documents, compared(documents)), whole=True)


def _read_annotators(
    path: Path, article: Article, final: Document | None, own: Mapping[str, Document], wanted: Collection[str]
) -> ReadAnnotators:
    documents: dict[str, Document] = {}
    problems: list[str] = []
    for sidecar in _sidecars(path):
        name = annotator_in(sidecar) or UNNAMED
        if name == GOLD and final is not None:
            continue
        try:
            documents[name] = own[name] if name in own else _read(sidecar, article)
        except FileError as error:
            problems.append(f"{shown(sidecar.name)}: {error.problem.sentence}")
    names = tuple(documents)
    some = {name: documents[name] for name in chosen_of(documents, wanted)}
    if len(some) < 2:
        return ReadAnnotators(Compared(some, ()), tuple(problems), names, lost=why_lost(path))
    decisions = final.of(Decision).values() if final else ()
    clusters = _clusters_first(some) if not decisions else ()
    whole = not clusters
    clusters = clusters or compared(some)
    crowded = sum(map(is_own_work, documents.values())) > MOST
    reopened = decided_again(decisions, some, final, clusters)[1] if final and decisions else []
    return ReadAnnotators(Compared(some, clusters), tuple(problems), names, tuple(reopened), crowded, whole)


def _clusters_first(documents: Mapping[str, Document]) -> Sequence[Cluster]:
    """Return the clusters of the beginning where much follows, none where all are to be compared at once."""
    some = beginning(documents, ENOUGH)
    clusters = compared(some) if some else ()
    return clusters if any(one.kinds for one in clusters) else ()


def read_earlier(sidecar: Path, document: Document, name: str) -> ReadAnnotators:
    """Compare the document with the last version of its sidecar that has other annotations or relations.

    Where no earlier version can be read that has, there is only the document.
    """
    documents, problems = {name or UNNAMED: document}, list[str]()
    try:
        for version in versions(sidecar):
            read = read_document(sidecar, document.article, version.data())
            change = difference(read.document, document)
            if any(change.removed_of(kind) or change.added_of(kind) for kind in (Annotation, Relation)):
                documents[f"{name or UNNAMED} {version.at}"] = read.document
                break
    except FileError as error:
        problems.append(error.problem.sentence)
    clusters = compared(documents) if len(documents) > 1 else ()
    return ReadAnnotators(Compared(documents, clusters), tuple(problems))


def _sidecars(path: Path) -> list[Path]:
    """Return the sidecars of all annotators of the article, without conflict copies."""
    found = sidecars_of(path)
    copies = {copy for sidecar in found for copy in conflict_copies(sidecar)}
    return [sidecar for sidecar in found if sidecar not in copies]


def _read(sidecar: Path, article: Article) -> Document:
    data = bytes_of(sidecar, MAX_SIDECAR_BYTES, SidecarError, follow=True)
    return owned(sidecar, read_document(sidecar, article, data).document)
