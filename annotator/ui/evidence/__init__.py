"""Evidence in the window: the pieces of one claim, and the form of a piece."""
