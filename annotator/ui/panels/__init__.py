"""Docks around the article, independent of each other."""
