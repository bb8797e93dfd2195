"""Buttons, progress and report shared by the dialogs for exports, imports and other long work."""
