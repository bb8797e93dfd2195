"""doccano: JSON lines of a project, and the labels of a project."""

from annotator.interop.formats.doccano.format import FORMAT

__all__ = ["FORMAT"]
