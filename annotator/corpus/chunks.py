"""Chunks of files: what one process is given at a time."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TypeAlias

from annotator.corpus.tree import Found
from annotator.storage.files.file_bytes import MIB
from annotator.storage.files.file_error import Problem

Chunk: TypeAlias = tuple[Found, ...]

MOST_BYTES = 2 * MIB
"""Bytes of files with which a chunk is full, so that large files do not wait for each other."""


def chunks(found: Iterable[Found | Problem], most: int) -> Iterator[Chunk | Problem]:
    """Yield the files in chunks of at most ``most``, in their order, and the Problems between them."""
    chunk: list[Found] = []
    size = 0
    for item in found:
        if isinstance(item, Problem):
            if chunk:
                yield tuple(chunk)
            yield item
            chunk, size = [], 0
            continue
        chunk.append(item)
        size += _size(item)
        if len(chunk) >= most or size >= MOST_BYTES:
            yield tuple(chunk)
            chunk, size = [], 0
    if chunk:
        yield tuple(chunk)


def _size(found: Found) -> int:
    try:
        return found.file.stat().st_size
    except OSError:
        return 0
