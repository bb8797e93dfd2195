"""What web pages, mail and books have in common: HTML, and what a reader sees of it."""
