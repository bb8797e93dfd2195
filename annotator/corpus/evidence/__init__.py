"""The evidence of a folder as a list, for people and for spreadsheets."""
