"""What each figure is stated of, and when two figures state one quantity."""
