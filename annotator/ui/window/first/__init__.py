"""First picture of the window: the text of the article, before all else is imported and made."""
