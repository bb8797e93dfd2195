"""Exports of the open folder: survey of the documents, preview, export run."""
