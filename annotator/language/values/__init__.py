"""Values of attributes as people type and read them."""
