"""Imports into the window's folder: detection, scan, run."""
