"""Dialogs above the window; none knows another."""
