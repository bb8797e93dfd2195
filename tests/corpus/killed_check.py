"""The check of the program in a process that is killed; in a module of its own, as processes import what they need."""

from __future__ import annotations

from annotator.corpus.checking.problems import Checked, ChunkCheck
from annotator.corpus.chunks import Chunk
from tests.corpus.chunk_work import names


class KilledOnce(ChunkCheck):
    """The check of the program, in a process that is killed at ``once.txt``."""

    def __call__(self, chunk: Chunk) -> Checked:
        names(chunk)
        return super().__call__(chunk)
