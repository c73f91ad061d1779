"""The page as a Panel component: Python sets the scene of a page in a frame, and hears the hand."""
