"""Layouts of widgets in lines that wrap."""
