"""The card without its widgets: which slots it has, what fills them, which annotation comes next."""
