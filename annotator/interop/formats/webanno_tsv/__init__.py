"""WebAnno TSV 3, as WebAnno and INCEpTION export it; offsets are UTF-16 code units."""

from annotator.interop.formats.webanno_tsv.format import FORMAT

__all__ = ["FORMAT"]
