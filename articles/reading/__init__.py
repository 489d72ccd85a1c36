"""Bytes in, text and facts of the wrapper out. Pure: no Django, no clock, no network."""
