"""Annotator: mark the claims, sources and figures of news articles, saved as YAML beside each article."""

__version__ = "0.1.0"
