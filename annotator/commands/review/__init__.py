"""Commands on the plan of a folder and on what annotators have differently."""
