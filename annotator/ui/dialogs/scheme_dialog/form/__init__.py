"""Form of one part of a scheme."""
