"""Parts of the article's page that show reading and checking."""
