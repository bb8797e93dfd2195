"""Read a sidecar that somebody else has changed, and merge it."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

from msgspec import Struct, field

from annotator.anchoring.anchored import read_document
from annotator.anchoring.places import Place
from annotator.model.change import Change
from annotator.model.difference import difference
from annotator.model.document import Document
from annotator.model.merge import Merged, merge
from annotator.storage.files.file_error import SaveError, SidecarError
from annotator.storage.saving.history import keep
from annotator.storage.saving.saver import UndecidedError, held_by
from annotator.storage.sidecars.belonging import owned
from annotator.storage.sidecars.sidecar_files import new_document
from annotator.translation.messages import N_, _

GONE = N_("It has been deleted or moved since it was last saved.")
NEWER = N_("A newer version of Annotator has written it; this one can read it, not merge it.")
NOTHING = Merged(Change())


class GoneError(UndecidedError):
    """The sidecar has been deleted or moved."""


class UnreadableError(SaveError):
    """Somebody else has written the sidecar, and it cannot be read or merged."""


class SidecarFromOthers(Struct, frozen=True):
    """Content of a sidecar and the result of merging it into ``ours``, or the ``failure`` if it cannot be merged.

    ``settled`` is True if the merged document equals the sidecar's, so that there is nothing to save.
    """

    ours: Document
    data: bytes | None
    document: Document
    merged: Merged = NOTHING
    places: Mapping[str, Place] = field(default_factory=dict)
    settled: bool = False
    failure: SaveError | None = None


def sidecar_from_others(
    sidecar: Path, saved: bytes | None, base: Document, ours: Document, at: str
) -> SidecarFromOthers | None:
    """Merge the sidecar into ``ours`` with ``base`` as ancestor; return None if its bytes are still ``saved``."""
    try:
        data = held_by(sidecar, follow=True)
        if data == saved:
            return None
        if data is None:
            return SidecarFromOthers(ours, data, base, failure=GoneError.at(sidecar, _(GONE)))
        read = read_document(sidecar, ours.article, data)
        theirs = owned(sidecar, read.document)
    except SidecarError as error:
        return SidecarFromOthers(ours, None, base, failure=UnreadableError(error.problem))
    except SaveError as error:
        return SidecarFromOthers(ours, None, base, failure=error)
    if read.newer:
        return SidecarFromOthers(ours, read.data, base, failure=UnreadableError.at(sidecar, _(NEWER)))
    merged = merge(base, ours, theirs)
    with suppress(SaveError):  # merging goes on even if the history cannot be written
        if merged.conflicts:
            keep(sidecar, read.data, at)  # the decision will discard one side
        if saved is not None and removed_by(merged.change):
            keep(sidecar, saved, at)  # somebody may have put back an older version by mistake
    settled = not difference(theirs, merged.change.apply(ours))
    return SidecarFromOthers(ours, read.data, theirs, merged, read.places, settled)


def merged_copy(copy: Path, ours: Document) -> Merged:
    """Merge the copy into ``ours`` with an empty ancestor, so that items of either side are kept. Raises FileError."""
    read = read_document(copy, ours.article)
    return merge(new_document(ours.article, ours.annotator, ours.scheme), ours, read.document)


def removed_by(change: Change) -> int:
    """Return the number of annotations that the change removes without replacing them."""
    return len({item.id for item in change.annotations_removed} - {item.id for item in change.annotations_added})
