"""Figures of an article as rows of a table, and rules on which of them do not fit together."""
