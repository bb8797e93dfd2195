"""The desk in the window: the board of the folder in place of the article."""
