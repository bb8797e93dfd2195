"""XML read and written for any format."""
