"""spaCy DocBin: a folder with train.spacy, dev.spacy and test.spacy, or one file where there are no splits."""

from annotator.interop.formats.spacy_docbin.format import FORMAT

__all__ = ["FORMAT"]
