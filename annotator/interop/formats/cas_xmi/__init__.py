"""UIMA CAS XMI with its type system, as INCEpTION and dkpro-cassis read it; offsets are UTF-16 code units."""

from annotator.interop.formats.cas_xmi.format import FORMAT

__all__ = ["FORMAT"]
