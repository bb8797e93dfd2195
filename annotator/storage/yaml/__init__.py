"""YAML independent of any format: guarded reading, fast reading of plain YAML, writing."""
