"""Palette that runs commands and goes to annotations and articles."""

from annotator.ui.dialogs.command_palette.candidates import Candidate, Found, Source
from annotator.ui.dialogs.command_palette.palette import CommandPalette
from annotator.ui.dialogs.command_palette.sources import ActionSource, AnnotationSource, ArticleSource

__all__ = ["ActionSource", "AnnotationSource", "ArticleSource", "Candidate", "CommandPalette", "Found", "Source"]
