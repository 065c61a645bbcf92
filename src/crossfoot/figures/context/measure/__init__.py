"""Of what: the counted noun as the text has it, and the pack's name for what is measured."""
