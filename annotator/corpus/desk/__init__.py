"""The lists of the desk over all documents of a folder."""
