"""Who says so: whom a text credits with which figure, and until when."""
