"""TEI P5: the text with anchors, the annotations in a standOff element, the scheme in the header."""

from annotator.interop.formats.tei.format import FORMAT

__all__ = ["FORMAT"]
