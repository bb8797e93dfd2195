"""Extractor for subtitles and transcripts with times: SubRip and WebVTT."""

from annotator.interop.articles.kinds.subtitles.extractor import EXTRACTOR

__all__ = ["EXTRACTOR"]
