"""HTML → blocks.

``main`` finds the main content and takes the furniture out of it, ``walk`` turns what is left into
drafts, key figures among them, ``tables`` reads data tables, ``drafts`` makes blocks of the drafts,
``words`` is the vocabulary of page furniture.
"""

from __future__ import annotations

from pipeline.read.html.reader import read_html

__all__ = ["read_html"]
