"""Text in, candidate events out. Pure: no Django, no clock, no network, no database."""
