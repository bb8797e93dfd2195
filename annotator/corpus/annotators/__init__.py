"""What several annotators have of the same article: their documents together, and the comments in them."""
