"""Agreement of annotators: measures with their sources, intervals, and the places behind each number."""
