"""Figures of an article as values: numbers in digits and in words, with bounds, kind and unit."""
