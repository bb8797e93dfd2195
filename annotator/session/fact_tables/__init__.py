"""Tables of figures and names of an article or a folder, without their window."""
