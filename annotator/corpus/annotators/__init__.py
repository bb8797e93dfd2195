"""Documents of several annotators of the same article, and the comments in them."""
