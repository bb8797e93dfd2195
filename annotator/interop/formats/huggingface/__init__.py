"""Folder for Hugging Face ``datasets``: JSON lines per split, a dataset card, and Croissant metadata."""

from annotator.interop.formats.huggingface.format import FORMAT

__all__ = ["FORMAT"]
