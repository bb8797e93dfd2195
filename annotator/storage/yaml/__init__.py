"""YAML without meaning: guarded reading, plain reading, writing."""
