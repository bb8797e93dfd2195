"""Window of statistics: charts of the open article or of its folder."""
