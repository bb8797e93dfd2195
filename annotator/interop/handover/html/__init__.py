"""The hand-over as one web page that needs nothing else: no network, no fonts, no script to be readable."""
