"""The check of a draft: which annotations are facts, which of them are open, and their numbers."""
