"""Page between the docks: header, banners, find bar, text and label bar."""
