"""Imports into the open folder: detection of the kind of file, scan of the content, import run."""
