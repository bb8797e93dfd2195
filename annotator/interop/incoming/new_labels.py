"""Scheme for what is imported: the built-in one extended by it, written where the folder has no scheme."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from annotator.interop.incoming.grown_scheme import Growing, Grown, Joined
from annotator.interop.incoming.rollback import Rollback
from annotator.interop.incoming.scheme_groups import SchemeGroup
from annotator.model.document import Document
from annotator.model.items import altered
from annotator.model.scheme import Label, Scheme
from annotator.storage.articles.folders import make_folder_of
from annotator.storage.files.atomic_write import write_atomically
from annotator.storage.files.file_bytes import bytes_of
from annotator.storage.files.file_error import FileError, Problem, SchemeError, told
from annotator.storage.schemes.scheme_lookup import MAX_SCHEME_BYTES, SCHEME_NAME, built_in_scheme, own_scheme
from annotator.storage.schemes.scheme_writing import written_scheme
from annotator.translation.messages import N_, _, listed

LACKING = N_("{scheme}, the folder's own scheme, lacks {labels}: they are kept and shown in grey until they are in it.")
LACKING_MORE = N_("{scheme}, the folder's own scheme, lacks attributes or relations that came in: {names}.")
MADE = N_("The labels {labels} were made: {scheme} has them, after those of the built-in scheme.")
MADE_ATTRIBUTES = N_("Attributes or choices of {names} were made: {scheme} has them.")
MADE_RELATIONS = N_("The relations {names} were made: {scheme} has them.")
COPIED = N_("A scheme is of one folder only, so these folders got a copy of {scheme}: {folders}.")
NOT_WRITTEN = N_("A scheme with {labels} could not be written.")


@dataclass(frozen=True, slots=True)
class Made:
    """Result in ``notes``, one sentence each; ``scheme`` has the bytes of the scheme that was written, if any.

    ``divided`` has the types in the scheme of relations that have a type of several pairs of labels. ``problems`` say
    why none could be written, or the folder's own one not be read.
    """

    notes: list[str] = field(default_factory=list)
    scheme: bytes = b""
    problems: tuple[Problem, ...] = ()
    divided: Mapping[Joined, str] = field(default_factory=dict)


def schemes_made(group: SchemeGroup, documents: Iterable[Document], back: Rollback) -> Made:
    """Write a scheme with what the documents have for the group's folder, and a copy in each of the others.

    Each is noted in ``back`` before it is written.
    """
    path = group.folder / SCHEME_NAME
    if not os.path.lexists(path):
        back.begin(path, None)
    made = labels_made(group.folder, group.scheme, documents)
    if made.scheme:
        back.end(made.scheme)
    try:
        copied = _copied(group, made.scheme, back)
    except FileError as error:
        return replace(made, problems=(*made.problems, error.problem))
    notes = [_(COPIED).format(scheme=SCHEME_NAME, folders=listed(map(told, copied)))] if copied else []
    return replace(made, notes=[*made.notes, *notes])


def _copied(group: SchemeGroup, made: bytes, back: Rollback) -> list[str]:
    """Copy the scheme of the group's folder, if it has one, and return the names of the folders. Raises FileError."""
    own = own_scheme(group.folder) if group.others else None
    if own is None:
        return []
    data = made or bytes_of(own, MAX_SCHEME_BYTES, SchemeError)
    for folder in group.others:
        back.begin(folder / SCHEME_NAME, None)
        make_folder_of(folder / SCHEME_NAME)
        write_atomically(folder / SCHEME_NAME, data)
        back.end(data)
    return [folder.relative_to(group.folder).as_posix() for folder in group.others]


def labels_made(folder: Path, scheme: Scheme, documents: Iterable[Document]) -> Made:
    """Write a scheme with what the documents have and it lacks, unless that is nothing or the folder has a scheme."""
    growing = Growing(documents)
    grown = growing.grown(scheme)
    if not grown.is_larger:
        return Made()
    names = listed(map(told, (*grown.labels, *grown.attributes, *grown.relations)))
    try:
        own = own_scheme(folder)
        if own:
            return Made([*_lacking(own.name, grown)])
        grown = growing.grown(built_in_scheme())
        data, grown = _written(grown)
        make_folder_of(folder / SCHEME_NAME)
        write_atomically(folder / SCHEME_NAME, data)
    except FileError as error:
        return Made([_(NOT_WRITTEN).format(labels=names)], problems=(error.problem,))
    return Made([*_made(grown)], data, divided=grown.divided or {})


def _written(grown: Grown) -> tuple[bytes, Grown]:
    """Return the bytes of the scheme; of the labels alone where a scheme cannot hold the rest. Raises SchemeError."""
    old = built_in_scheme()
    id = f"{old.id}-and-more"
    try:
        return written_scheme(None, altered(grown.scheme, id=id)).data, grown
    except SchemeError:
        added = (Label(label, "", "", "") for label in grown.labels)
        bare = Grown(altered(old, id=id, labels=(*old.labels, *added)), grown.labels)
        return written_scheme(None, bare.scheme).data, bare


def _lacking(scheme: str, grown: Grown) -> Iterator[str]:
    if grown.labels:
        yield _(LACKING).format(scheme=scheme, labels=listed(map(told, grown.labels)))
    if more := (*grown.attributes, *grown.relations):
        yield _(LACKING_MORE).format(scheme=scheme, names=listed(map(told, more)))


def _made(grown: Grown) -> Iterator[str]:
    if grown.labels:
        yield _(MADE).format(labels=listed(map(told, grown.labels)), scheme=SCHEME_NAME)
    if grown.attributes:
        yield _(MADE_ATTRIBUTES).format(names=listed(map(told, grown.attributes)), scheme=SCHEME_NAME)
    if grown.relations:
        yield _(MADE_RELATIONS).format(names=listed(map(told, grown.relations)), scheme=SCHEME_NAME)
