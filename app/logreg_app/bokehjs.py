"""BokehJS as a page carries it: all of it but the pictures of tools, which no plot here shows."""

import re
from functools import cache

from bokeh.resources import Resources

PICTURE = re.compile(r'url\("data:image/svg\+xml,[^"]*"\)')


@cache
def texts() -> tuple[str, ...]:
    """The scripts of BokehJS, the library first."""
    # Its scripts one by one: what render_js writes has Panel's as well, where Panel is loaded.
    scripts = Resources(mode="inline", components=["bokeh"]).js_raw
    return tuple(PICTURE.sub("none", script) for script in scripts)
