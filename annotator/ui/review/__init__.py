"""Reviewing in the window: what several annotators marked, side by side."""
