"""Window of the agreement of two annotators: table, matrix of labels, what it says, and the places behind each."""
