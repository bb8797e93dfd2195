"""TEI P5: the text with anchors in it, the annotations beside it in a standOff, the scheme in the header."""

from annotator.interop.formats.tei.format import FORMAT

__all__ = ["FORMAT"]
