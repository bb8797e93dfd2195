"""Read an article with its sidecar and its scheme."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import replace
from pathlib import Path

from msgspec import Struct, field

from annotator.anchoring.anchored import read_document
from annotator.anchoring.places import Dropped, Place
from annotator.corpus.adoption import adopt_below, is_any_made_on
from annotator.corpus.orphans import Orphan, orphan_beside
from annotator.model.document import Document
from annotator.model.items import altered
from annotator.model.scheme import Scheme
from annotator.session.opening.collecting import MUCH, uncollected
from annotator.session.opening.scheme_cache import SchemeCache
from annotator.session.opening.seen_names import FolderNames, SeenNames
from annotator.session.relation_index import RelationIndex
from annotator.session.text_index import TextIndex
from annotator.storage.articles.article_reading import ReadArticle, read_article, read_article_of
from annotator.storage.files.file_bytes import bytes_of, is_there
from annotator.storage.files.file_error import OtherArticleError, Problem, SidecarError, shown
from annotator.storage.files.real_place import leads_out
from annotator.storage.saving.adopting import Adopted
from annotator.storage.saving.conflict_copies import conflict_copies
from annotator.storage.saving.own_sidecar import sidecar_of, sidecars_of
from annotator.storage.sidecars.belonging import owned
from annotator.storage.sidecars.sidecar_files import MAX_SIDECAR_BYTES, new_document
from annotator.translation.messages import N_, _

LONG = 1024 * 1024
"""Bytes of a sidecar that takes long to read, beside the text: about 4,000 annotations, and 100 ms.

To show the text before them costs the window's thread 25 ms, as all panels are shown twice.
"""

LINKED = N_(
    "It is a link that leads out of this folder. It can be read here, but not changed: "
    "who made the folder chose where the link leads."
)
NEWER = N_(
    "The annotations of this article were written by a newer version of Annotator. They can be read, not changed."
)


class Reading(Struct, frozen=True):
    """Article, sidecar and scheme as read from disk.

    ``saved`` holds the bytes of the sidecar, None if it does not exist. ``read_only`` says why the document cannot be
    changed. ``others`` are other annotators' sidecars, ``places`` proposals by annotation,
    ``dropped`` counts what else is left out since the article has changed.
    """

    read: ReadArticle
    sidecar: Path
    document: Document
    index: TextIndex
    scheme: Scheme
    saved: bytes | None = None
    read_only: str = ""
    problems: tuple[Problem, ...] = ()
    others: tuple[Path, ...] = ()
    places: Mapping[str, Place] = field(default_factory=dict)
    linked: bool = False
    follow: bool = False
    orphan: Orphan | None = None
    adopted: tuple[Adopted, ...] = ()
    relations: RelationIndex = field(default_factory=RelationIndex)
    dropped: Dropped = field(default_factory=Dropped)

    @property
    def remembering(self) -> Document:
        """Document that stores the encoding of its article for the next time it is read."""
        return replace(self.document, encoding=self.read.to_remember)


class Conditions(Struct, frozen=True, kw_only=True):
    """Conditions on which an article is read.

    ``encoding`` overrides detection where it is not empty. An article or a sidecar that is a link out of the folder can
    be read, and changed only where that is ``allowed``. A sidecar is renamed on the way where the article had another
    name, unless it is ``spared``; with None for that, none is. ``text_first`` is called with the article alone where
    its annotations take long to read. ``names`` are those of the folder, remembered from one article to the next.
    """

    encoding: str = ""
    allowed: bool = False
    spared: Collection[Path] | None = ()
    text_first: Callable[[Reading], object] = lambda _reading: None
    names: SeenNames = field(default_factory=SeenNames)


def read_all(path: Path, annotator: str, schemes: SchemeCache, how: Conditions | None = None) -> Reading:
    """Read the article with its sidecar and scheme.

    Raises ArticleError. A faulty sidecar does not raise: the reading is then read-only and says why.
    """
    how = how or Conditions()
    sidecar = sidecar_of(path, annotator)
    linked = leads_out(path) or leads_out(sidecar)
    data, failure = _data_of(sidecar)
    read = (
        read_article(path, how.encoding, follow=True)
        if how.encoding
        else read_article_of(path, data or b"", follow=True)
    )
    missing = data is None and failure is None
    names = how.names.of(path.parent) if missing else None
    if names and how.spared is not None:
        adopted = _adopted(path, read.article.sha256, how.spared, names)
        if adopted or is_there(sidecar):  # the pass over the folder may have brought it meanwhile
            again = read_all(path, annotator, schemes, how)
            return altered(again, adopted=(*adopted, *again.adopted))
    scheme = schemes.of(path.parent)[0]
    empty = new_document(read.article, annotator, scheme.id)
    nothing = Reading(read, sidecar, empty, TextIndex(read.article.text, ()), scheme, linked=linked)
    if names:
        return _guarded(altered(nothing, others=_others(path, sidecar, names)), allowed=how.allowed)
    if len(data or b"") >= LONG:
        how.text_first(nothing)
    return _with_sidecar(path, nothing, data, failure, allowed=how.allowed)


def _with_sidecar(
    path: Path, nothing: Reading, data: bytes | None, failure: SidecarError | None, *, allowed: bool
) -> Reading:
    """Return ``nothing`` with the annotations in ``data``, or with the reason why the sidecar is not used."""
    if failure:
        return _faulty(path, nothing, failure)
    try:
        return _guarded(_found(nothing, data), allowed=allowed)
    except SidecarError as error:
        return _faulty(path, nothing, error)


def _faulty(path: Path, nothing: Reading, error: SidecarError) -> Reading:
    """Return a reading that says why the sidecar is not used, and offers it where another article may be meant."""
    if isinstance(error, OtherArticleError):
        return altered(nothing, read_only=_told(error), orphan=orphan_beside(path, nothing.sidecar))
    return altered(nothing, read_only=_told(error), problems=(error.problem,))


def _adopted(path: Path, sha256: str, spared: Collection[Path], names: FolderNames) -> tuple[Adopted, ...]:
    """Take the annotations along, where the article had another name when they were made."""
    return tuple(adopt_below(path.parent, spared)[0]) if is_any_made_on(names.missing, sha256) else ()


def _others(path: Path, sidecar: Path, names: FolderNames) -> tuple[Path, ...]:
    """Return the sidecars of other annotators, without conflict copies of this one."""
    others = [other for other in sidecars_of(path, names.beside(path)) if other != sidecar]
    copies = conflict_copies(sidecar) if others else []
    return tuple(other for other in others if other not in copies)


def _data_of(sidecar: Path) -> tuple[bytes | None, SidecarError | None]:
    """Return the sidecar's bytes, None where there is none or it cannot be read; and why it cannot."""
    if not is_there(sidecar):
        return None, None
    try:
        return bytes_of(sidecar, MAX_SIDECAR_BYTES, SidecarError, follow=True), None
    except SidecarError as error:
        return None, error


def _guarded(reading: Reading, *, allowed: bool) -> Reading:
    """Return the reading, for reading only where a link leads out of the folder and that is not allowed."""
    if not reading.linked or allowed:
        return altered(reading, follow=reading.linked)
    return altered(reading, read_only=reading.read_only or _(LINKED))


def _found(nothing: Reading, data: bytes | None) -> Reading:
    with uncollected(much=len(data or b"") >= MUCH):
        found = read_document(nothing.sidecar, nothing.read.article, data)
        index = TextIndex(nothing.read.article.text, found.document.annotations.values())
        relations = RelationIndex(found.document.relations.values())
    hash(found.data)  # kept in the bytes: the window's thread asks for it and does not wait then
    return altered(
        nothing,
        document=owned(nothing.sidecar, found.document),
        index=index,
        relations=relations,
        saved=found.data,
        read_only=_(NEWER) if found.newer else "",
        problems=found.problems,
        places=found.places,
        dropped=found.dropped,
    )


def _told(error: SidecarError) -> str:
    return f"{shown(error.problem.path.name)}: {error.problem.sentence}"
