"""The card of an annotation in the window: one form with all that belongs to it."""
