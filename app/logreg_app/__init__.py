"""The page: state, sources, figures and the server around the core."""
