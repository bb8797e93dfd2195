"""Exports from the window: survey, preview, run."""
