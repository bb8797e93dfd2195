"""Values of attributes: which fields there are, what may stand in them, what is said of them."""
