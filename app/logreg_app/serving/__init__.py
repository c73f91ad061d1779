"""Serving the page to strangers: what they may send, what they get, and what it costs at most."""
