"""Work that is done before it is wanted, while the program has nothing else to do."""
