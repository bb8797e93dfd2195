"""Lanes under the lines of a text, one for each annotator who is compared."""
