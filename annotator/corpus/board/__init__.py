"""The board of a folder: rows of all its documents in columns, and changes of what they say."""
