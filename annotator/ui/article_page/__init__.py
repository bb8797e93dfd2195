"""The page between the docks: header, text, find bar, label bar."""
