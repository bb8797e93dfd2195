"""The desk: what has been read of an article, how far the check of its facts has come, and which come next."""
