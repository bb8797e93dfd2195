"""Grammar of figures: numbers, units, words around them, ranges, shares, dates."""
