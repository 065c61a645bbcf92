"""When: the times that a text tells, and which figure was counted at which."""
