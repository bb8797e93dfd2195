"""State and operations of the open folder and article, without widgets."""
