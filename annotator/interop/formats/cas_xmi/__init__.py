"""UIMA CAS XMI with its type system, for INCEpTION and dkpro-cassis; offsets are UTF-16 code units."""

from annotator.interop.formats.cas_xmi.format import FORMAT

__all__ = ["FORMAT"]
