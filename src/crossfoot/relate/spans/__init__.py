"""Lengths of time: their words, the events that begin and end them, births and ages."""
