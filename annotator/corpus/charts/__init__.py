"""Charts as values: what is drawn, in words and numbers, without a way to draw it."""
