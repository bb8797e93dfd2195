"""The folder of a brat collection: a text and its standoff lines for each document, and brat's configuration."""

from annotator.interop.formats.brat.format import FORMAT

__all__ = ["FORMAT"]
