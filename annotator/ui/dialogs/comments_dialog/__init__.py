"""Window of the comments on the open article: threads that lead to their places, and a field to answer."""
