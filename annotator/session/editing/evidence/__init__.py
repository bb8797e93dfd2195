"""Evidence as wishes: pieces added, changed, attached to claims and taken off them, and their files."""
