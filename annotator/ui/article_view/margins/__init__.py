"""Margins beside the text: badges, bars and names of parts, numbers of lines."""
