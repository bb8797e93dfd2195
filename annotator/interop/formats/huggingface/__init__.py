"""A folder that Hugging Face ``datasets`` loads as it is: JSON lines for each split, a card, and Croissant metadata."""

from annotator.interop.formats.huggingface.format import FORMAT

__all__ = ["FORMAT"]
