"""Comparison of the open article with an earlier text of it, which stands beside."""
