"""Imports: from a reader's documents or articles to files in a folder, and back where an import is ended."""
