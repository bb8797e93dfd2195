"""Window of the figures and names of an article or a folder, and of what does not fit among them."""
