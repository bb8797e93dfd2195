"""The text of the open article: layout, painting, caret and selection."""
