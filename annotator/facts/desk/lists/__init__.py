"""Lists made of the check of a document: queries, calls, criticism, proposed changes, and what is open."""
