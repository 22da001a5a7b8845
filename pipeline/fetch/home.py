"""Which addresses are a site's home page."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

_HOME = re.compile(r"/?(?:(?:accueil|default|fr|home|index)(?:\.\w{3,5})?/?){0,2}", re.IGNORECASE)


def is_home(url: str) -> bool:
    """Whether the address is a home page's: no path, or one of the names French sites give it."""
    parts = urlsplit(url)
    return not parts.query and _HOME.fullmatch(parts.path) is not None
