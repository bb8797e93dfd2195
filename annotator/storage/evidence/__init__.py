"""Files of evidence in the hidden folder, each named by the SHA-256 of its bytes."""
