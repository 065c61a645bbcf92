"""The wordings in which parts are added: one module a way of telling it."""
