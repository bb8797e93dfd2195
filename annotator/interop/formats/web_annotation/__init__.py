"""W3C Web Annotations as JSON-LD; what Recogito, Annotorious, Hypothesis and STAM write is read as well."""

from annotator.interop.formats.web_annotation.format import FORMAT

__all__ = ["FORMAT"]
