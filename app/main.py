"""The component for `panel serve app`."""

from logreg_app.page import page

page()
