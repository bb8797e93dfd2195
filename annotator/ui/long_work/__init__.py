"""Buttons, progress and report that exports, imports and every later long job share."""
