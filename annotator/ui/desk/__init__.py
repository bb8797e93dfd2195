"""Queries to the author and criticism of somebody: their forms, and the list of those of one annotation."""
