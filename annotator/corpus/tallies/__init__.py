"""Tallies: what is counted in documents, each number with the annotations behind it."""
