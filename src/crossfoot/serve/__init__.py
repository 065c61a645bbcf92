"""The page on the loopback address: documents, figures, events, measures, and a draft to check."""
