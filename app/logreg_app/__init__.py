"""The page around the core: its scene, its figures, its lessons, its server and its file."""
