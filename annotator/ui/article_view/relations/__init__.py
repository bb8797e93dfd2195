"""Relations in the text: the candidates while linking, and the curves between annotations."""
