"""Review of other annotators' work without its widgets: their documents, decisions on them, and comments."""
