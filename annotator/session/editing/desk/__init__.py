"""The desk: reading, states of check and what comes next, queries to the author, and criticism with the reply."""
