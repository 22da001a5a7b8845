"""Word and OpenDocument texts → blocks.

``package`` bounds what is unpacked, ``docx`` (python-docx) and ``odt`` (odfdo) walk a document in its own
order, ``reading`` makes the reading of what they found.
"""

from __future__ import annotations

from pipeline.read.office.reading import read_docx, read_odt

__all__ = ["read_docx", "read_odt"]
