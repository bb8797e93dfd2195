"""Lists of rows and what stands around them."""
