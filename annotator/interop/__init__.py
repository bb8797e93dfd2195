"""In and out: articles from what people have, annotations for and from what other programs read and write."""
