"""Panel with the guidelines of the folder."""
