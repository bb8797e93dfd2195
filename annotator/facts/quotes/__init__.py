"""Quotes of an article, and whether their words stand word for word in another text."""
