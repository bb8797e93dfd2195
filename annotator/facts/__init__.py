"""Figures, names and claims of an article as facts, and rules on what does not fit together."""
