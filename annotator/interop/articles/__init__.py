"""Extraction of articles from other programs' files: one independent module per file kind, each with an EXTRACTOR."""
