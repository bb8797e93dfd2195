"""Text view of the open article: layout, painting, caret and selection."""
