"""Schemes of folders and ready ones: reading, lookup, writing; and the guidelines of a folder."""
