"""Charts as they are drawn: one function for each kind, for the screen, files and paper."""
