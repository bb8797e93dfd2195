"""BioC collections, in XML and in JSON, as PubTator and TeamTat write them; offsets are code points."""

from annotator.interop.formats.bioc.format import FORMAT

__all__ = ["FORMAT"]
