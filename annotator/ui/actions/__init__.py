"""The table of actions, their keys and menus: the one place to add an action."""
