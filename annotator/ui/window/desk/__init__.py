"""Parts of the window that a folder of many articles needs: articles dragged beside each other."""
