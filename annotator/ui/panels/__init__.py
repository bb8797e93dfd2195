"""The docks around the article. None knows another."""
