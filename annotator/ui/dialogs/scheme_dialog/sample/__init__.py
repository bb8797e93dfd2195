"""Sample of a label and the facts about its colours."""
