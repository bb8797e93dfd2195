"""The board without its widgets: what it shows, in which order, and the changes that are made in it."""
