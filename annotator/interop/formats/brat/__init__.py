"""brat collections: a folder with a text and a standoff file per document, and brat's configuration."""

from annotator.interop.formats.brat.format import FORMAT

__all__ = ["FORMAT"]
