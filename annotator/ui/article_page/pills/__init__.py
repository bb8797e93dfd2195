"""Pills of the header above the article."""
