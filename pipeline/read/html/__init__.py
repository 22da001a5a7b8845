"""HTML → blocks.

``main`` finds the main content and takes the furniture out of it, ``walk`` turns what is left into
drafts, ``tables`` and ``figures`` read data tables and key figures, ``drafts`` makes blocks of the
drafts, ``dates`` finds the day of publication, ``words`` is the vocabulary of page furniture.
"""

from __future__ import annotations

from pipeline.read.html.reader import read_html

__all__ = ["read_html"]
