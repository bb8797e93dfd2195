"""Parts that know no article and no session."""
