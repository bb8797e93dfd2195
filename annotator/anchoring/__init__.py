"""Where annotations belong when their article has changed: above storage, without Qt."""
