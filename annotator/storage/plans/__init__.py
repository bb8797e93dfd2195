"""The plan of a folder: who annotates what."""
