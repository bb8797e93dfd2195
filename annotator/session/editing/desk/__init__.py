"""The desk as wishes: queries to the author, and criticism with the reply to it."""
