"""Movement of the caret by keys and mouse."""
