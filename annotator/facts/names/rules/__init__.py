"""Rules on what does not fit in the names and dates of an article, one module for each."""
