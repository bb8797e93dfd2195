"""Reading an article with its sidecar and its scheme."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from annotator.anchoring.anchored import read_document
from annotator.anchoring.places import Place
from annotator.corpus.adoption import adopt_below, missing_article_has
from annotator.corpus.orphans import Orphan, orphan_beside
from annotator.model.document import Document
from annotator.model.scheme import Scheme
from annotator.session.opening.scheme_cache import SchemeCache
from annotator.session.text_index import TextIndex
from annotator.storage.articles.article_reading import ReadArticle, read_article, read_article_of
from annotator.storage.files.file_bytes import is_there
from annotator.storage.files.file_error import OtherArticleError, Problem, SidecarError, shown
from annotator.storage.saving.adopting import Adopted
from annotator.storage.saving.conflict_copies import conflict_copies
from annotator.storage.sidecars.sidecar_files import new_document, sidecar_path, sidecars_of

NEWER = "The annotations of this article were written by a newer version of Annotator. They can be read, not changed."


@dataclass(frozen=True, slots=True)
class Reading:
    """What was read of an article, its sidecar and its scheme."""

    read: ReadArticle
    sidecar: Path
    document: Document
    index: TextIndex
    scheme: Scheme
    saved: bytes | None = None
    read_only: str = ""
    problems: tuple[Problem, ...] = ()
    others: tuple[Path, ...] = ()
    copies: tuple[Path, ...] = ()
    places: Mapping[str, Place] = field(default_factory=dict)
    orphan: Orphan | None = None
    adopted: tuple[Adopted, ...] = ()

    @property
    def remembering(self) -> Document:
        """The document with the encoding that is to be remembered for its article."""
        return replace(self.document, encoding=self.read.to_remember)


def read_all(path: Path, annotator: str, encoding: str, schemes: SchemeCache, spared: Collection[Path] = ()) -> Reading:
    """Read it, in ``encoding`` where the user chose one. Raises ArticleError; a faulty sidecar is told, not raised."""
    sidecar = sidecar_path(path, annotator)
    read = read_article(path, encoding) if encoding else read_article_of(path, sidecar)
    scheme, _ = schemes.of(path.parent)
    empty = new_document(read.article, annotator, scheme.id)
    nothing = Reading(read, sidecar, empty, TextIndex(read.article.text, ()), scheme)
    adopted = () if is_there(sidecar) else _adopted(path, read.article.sha256, spared)
    copies = tuple(conflict_copies(sidecar))
    if not is_there(sidecar):
        others = tuple(other for other in sidecars_of(path) if other not in copies)
        return replace(nothing, others=others, copies=copies, adopted=adopted)
    try:
        return replace(_found(nothing), copies=copies, adopted=adopted)
    except OtherArticleError as error:
        return replace(nothing, read_only=_told(error), orphan=orphan_beside(path, sidecar))
    except SidecarError as error:
        return replace(nothing, read_only=_told(error), problems=(error.problem,))


def _adopted(path: Path, sha256: str, spared: Collection[Path]) -> tuple[Adopted, ...]:
    """Take the annotations along, where the article had another name when they were made."""
    return tuple(adopt_below(path.parent, spared)[0]) if missing_article_has(path.parent, sha256) else ()


def _found(nothing: Reading) -> Reading:
    found = read_document(nothing.sidecar, nothing.read.article)
    return replace(
        nothing,
        document=found.document,
        index=TextIndex(nothing.read.article.text, found.document.annotations.values()),
        saved=found.data,
        read_only=NEWER if found.newer else "",
        problems=found.problems,
        places=found.places,
    )


def _told(error: SidecarError) -> str:
    return f"{shown(error.problem.path.name)}: {error.problem.sentence}"
