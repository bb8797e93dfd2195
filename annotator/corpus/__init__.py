"""Folders as a whole: documents, summaries, problems, statistics and splits. No Qt."""
