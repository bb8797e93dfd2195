"""Edit of items in the bytes of a sidecar, without its article: all else stays as it is written."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import Any

from annotator.model.annotation import Annotation, Excerpt, Value
from annotator.model.article import Article
from annotator.model.document import ATTRIBUTES, Document
from annotator.model.items import Item, altered
from annotator.model.kinds.kind import Kind
from annotator.model.kinds.table import KINDS
from annotator.storage.files.file_error import SaveError, SidecarError
from annotator.storage.sidecars.edited_values import edited_values
from annotator.storage.sidecars.item_writing import item_writer, section_head
from annotator.storage.sidecars.sidecar_reading import ReadSidecar, read_sidecar, root_of
from annotator.storage.sidecars.sidecar_writing import annotation_text
from annotator.storage.yaml.lined_mapping import LinedMapping, YamlError
from annotator.storage.yaml.yaml_writing import entries, word
from annotator.translation.messages import N_, _

NAMED = re.compile(rb'\narticle:\n  file: "([^"\\\n]+)"\n')

UNUSUAL = N_("It could not be changed: its layout is too unusual. Save it once with the program, then try again.")


def read_alone(sidecar: Path, data: bytes, wanted: Sequence[str] = ()) -> ReadSidecar:
    """Read the sidecar without its article: every annotation is displaced, and keeps the words that the file quotes.

    Items without one of the texts ``wanted`` may be left out. Raises SidecarError.
    """
    named = NAMED.search(data)
    nowhere = Article(named[1].decode("utf-8", "replace") if named else "", "", "")
    return read_sidecar(sidecar, nowhere, data, renamed=True, wanted=wanted)


def with_items(sidecar: Path, read: ReadSidecar, after: Document) -> bytes:
    """Return the bytes of the sidecar, which ``read_alone`` has read, with the items and the article's attributes of
    ``after``.

    Raises SaveError where the layout is too unusual.
    """
    if read.document == after:
        return read.data
    edited = _spliced(read, after)
    if edited is None:
        edited = _as_yaml(sidecar, read, after)
    return edited


class _NotCanonicalError(Exception):
    """A part of the file is not in the layout of the program."""


def _spliced(read: ReadSidecar, after: Document) -> bytes | None:
    """Exchange the blocks of items that have changed; None where one is not in the layout of the program."""
    data = read.data
    try:
        edits = sorted(_edits(read, after))
    except _NotCanonicalError:
        return None
    pieces, at = list[bytes](), 0
    for start, end, text in edits:
        pieces += [data[at:start], text]
        at = end
    return b"".join([*pieces, data[at:]])


def _edits(read: ReadSidecar, after: Document) -> Iterator[tuple[int, int, bytes]]:
    data, before = read.data, read.document
    yield from _head_edits(data, before, after)
    for kind in KINDS.values():
        old, new = before.of(kind.item), after.of(kind.item)
        if new.keys() - old.keys():
            raise _NotCanonicalError
        for id, item in old.items():
            other = new.get(id)
            if other is not item and other != item:
                edit = _label_edit(data, item, other) if read.is_canonical else None
                yield edit or _block_edit(data, kind, item, other)
        if old and not new:
            yield _found(data, f"\n{word(kind.section)}:\n".encode(), b"\n", 0)


def _label_edit(data: bytes, old: Item, new: Item | None) -> tuple[int, int, bytes] | None:
    """Return the edit of the line with the label, the second of the block; None unless that alone is another one."""
    if not isinstance(new, Annotation) or not isinstance(old, Annotation):
        return None
    if altered(old, label=new.label) != new:
        return None
    begin, line = f"\n- id: {word(old.id)}\n".encode(), f"  label: {word(old.label)}\n".encode()
    at = data.find(begin) + len(begin)
    if at < len(begin) or data.find(begin, at - 1) >= 0 or not data.startswith(line, at):
        return None
    return at, at + len(line), f"  label: {word(new.label)}\n".encode()


def _block_edit(data: bytes, kind: Kind[Item], old: Item, new: Item | None) -> tuple[int, int, bytes]:
    begin = f"\n- {word(kind.keys[0].name)}: {word(old.id)}\n".encode()
    start = data.find(begin) + 1
    if not start or data.find(begin, start) >= 0:
        raise _NotCanonicalError
    for form in _forms(old):
        text = _text(kind, old, form)
        if data.startswith(text, start):
            end = start + len(text)
            if not data.startswith((b" ", b"\t"), end):
                return start, end, b"" if new is None else _text(kind, new, form)
    raise _NotCanonicalError


def _forms(item: Item) -> list[Excerpt | None]:
    """Return in which forms the words of an annotation may stand there: with the hash of their text, or without."""
    if not isinstance(item, Annotation) or item.displaced is None:
        return [None]
    return [altered(item.displaced, sha256=""), item.displaced]


def _text(kind: Kind[Item], item: Item, form: Excerpt | None) -> bytes:
    if isinstance(item, Annotation):
        return annotation_text(altered(item, displaced=form), "").encode()
    return item_writer(kind)(item).encode()


def _head_edits(data: bytes, before: Document, after: Document) -> Iterator[tuple[int, int, bytes]]:
    old, new = before.article_extra, after.article_extra
    if old == new:
        return
    if any(old.get(key) != new.get(key) for key in {*old, *new} - {ATTRIBUTES}):
        raise _NotCanonicalError
    text = entries({ATTRIBUTES: old.get(ATTRIBUTES)}, "  ").encode()
    yield _found(data, b"\n" + text, b"\n" + (entries(_attributes(new), "  ").encode()), 0)


def _attributes(extra: Mapping[str, Value]) -> dict[str, Value]:
    return {ATTRIBUTES: extra[ATTRIBUTES]} if extra.get(ATTRIBUTES) else {}


def _found(data: bytes, old: bytes, new: bytes, begin: int) -> tuple[int, int, bytes]:
    """Return the edit of what must stand there once."""
    at = data.find(old, begin)
    if at < 0 or data.find(old, at + 1) >= 0 or data.startswith((b" ", b"\t"), at + len(old)):
        raise _NotCanonicalError
    return at + 1, at + len(old), new[1:]


def _as_yaml(sidecar: Path, read: ReadSidecar, after: Document) -> bytes:
    """Edit the file as YAML of any layout, and see that it says what it should. Raises SaveError."""
    from annotator.storage.yaml.placed_yaml import UnusualLayoutError, placed
    from annotator.storage.yaml.yaml_patching import patched

    try:
        values = edited_values(root_of(read.data).others(), read.document, after, partial(_values, read.sha256))
        text = read.data.decode()
        edited = patched(text, placed(text), values).encode()
        if read_alone(sidecar, edited).document == after:
            return edited
    except (UnusualLayoutError, YamlError, SidecarError):
        pass
    raise SaveError.at(sidecar, _(UNUSUAL))


def _values(made_on: str, kind: Kind[Any], item: Item) -> dict[str, Value]:
    """Return the values of a new item, with the hash of the text of an annotation unless it is ``made_on``."""
    from annotator.storage.yaml import guarded_yaml

    form = item.displaced if isinstance(item, Annotation) else None
    if form and form.sha256 == made_on:
        form = altered(form, sha256="")
    items = guarded_yaml.load(section_head(kind.section).encode() + _text(kind, item, form))
    assert isinstance(items, LinedMapping)
    return items.mappings(kind.section)[0].others()
