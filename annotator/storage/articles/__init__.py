"""Articles and folders read: bytes to text, encodings."""
