"""The lists that an announced number can be of: one module a sort of item."""
