"""Values of attributes: their fields, what can stand in them, and messages about them."""
