"""Folders as a whole: documents, summaries, problems, statistics and splits of all their articles. No Qt."""
