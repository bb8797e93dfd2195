"""Saving and its safeguards: history, kept texts, open locks, conflict copies, leftover temporary files."""
