"""The text under review, and the veil over marks that are not meant."""
