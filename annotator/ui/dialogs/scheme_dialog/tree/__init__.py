"""Tree of a scheme beside the form."""
