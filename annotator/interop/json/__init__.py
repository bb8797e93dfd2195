"""JSON read and written for any format."""
