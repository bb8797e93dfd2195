"""Pointing at parts of the window: a card with an arrow, above a layer that dims the rest."""
