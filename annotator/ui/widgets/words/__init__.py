"""Text in widgets: labels, lines, times, attributes in words."""
