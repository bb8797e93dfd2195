"""HTML and its visible text, shared by web pages, mail and books."""
