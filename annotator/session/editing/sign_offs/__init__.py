"""Sign-offs of the open article: signing, what stands in the way, and the facts that are open again."""
