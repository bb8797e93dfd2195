"""Wishes about evidence: pieces are added, changed, attached to claims and taken off, and their files kept."""
