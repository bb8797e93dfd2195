"""Folders and articles read in the background and shown."""
