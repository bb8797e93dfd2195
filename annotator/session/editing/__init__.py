"""Wishes turned into changes: marking, places, edges, navigation, restored versions; knows no widget."""
