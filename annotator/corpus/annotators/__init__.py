"""Articles with what several annotators have of them: their documents together, and the comments in them."""
