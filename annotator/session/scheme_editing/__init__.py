"""Editing of a scheme: a draft with undo, the edits, their checks, and what of it is used in the folder."""
