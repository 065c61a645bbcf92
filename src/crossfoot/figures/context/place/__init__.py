"""Where: the places that a text names, and which figure was counted at which."""
