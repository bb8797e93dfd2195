"""Panel of the annotations that a change of the article displaced, with a proposed place for each."""
