"""Prodigy tasks as JSON lines, for ``spans.manual`` and ``rel.manual``. Offsets are code points."""

from annotator.interop.formats.prodigy.format import FORMAT

__all__ = ["FORMAT"]
