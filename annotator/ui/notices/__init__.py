"""Rules for which banners are shown above the article, and when."""
