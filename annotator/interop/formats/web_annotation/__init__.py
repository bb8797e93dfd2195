"""W3C Web Annotation as JSON-LD; reads also what Recogito, Annotorious, Hypothesis and STAM write."""

from annotator.interop.formats.web_annotation.format import FORMAT

__all__ = ["FORMAT"]
