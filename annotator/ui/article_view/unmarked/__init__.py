"""Text of an article without its annotations, laid out as it is with them."""
