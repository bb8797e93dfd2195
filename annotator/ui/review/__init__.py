"""The review in the window: queue, text and what is under review, in place of the article and its panels."""
