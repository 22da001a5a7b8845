"""HTML → blocks.

``about`` asks a page what it says of itself, ``main`` finds the main content: ``panels`` heads accordions and
tabs, ``furniture`` and ``edges`` take out what says or shows that it is none (``measure`` counts words, links and
sentences, ``cues`` and ``words`` are the vocabulary). ``walk`` turns what is left into drafts, with ``breaks``,
``figures`` and ``tables``; ``drafts`` makes blocks of them.
"""

from __future__ import annotations

from pipeline.read.html.reader import read_html

__all__ = ["read_html"]
