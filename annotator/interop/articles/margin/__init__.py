"""Everything that hangs on words of a draft: comments, links, notes and tracked changes, in one way for every kind."""
