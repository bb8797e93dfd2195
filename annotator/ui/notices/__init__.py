"""Which banner stands above the article, and when."""
