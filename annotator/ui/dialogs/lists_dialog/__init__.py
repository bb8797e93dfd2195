"""Window of the lists of the desk: queries, calls, criticism, proposed changes, and what is open."""
