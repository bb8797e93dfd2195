"""Agreement in a folder: reading what several annotators made of its articles, and the window's state."""
