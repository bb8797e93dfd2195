"""Strip below the tables: the arithmetic of a finding, and its places side by side."""
