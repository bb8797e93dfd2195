"""Words that two versions of a text do not share, drawn in it."""
