"""The text of a spaCy ``Doc``, put together once: ``doc.text`` joins all its words anew at each access."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Doc


def text_of(doc: Doc) -> str:
    """``doc.text``; the words of a document stay as they are."""
    if "text" not in doc.user_data:
        doc.user_data["text"] = doc.text
    return doc.user_data["text"]
