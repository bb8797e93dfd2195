"""The figures and names of the documents of a folder, and tables of them."""
