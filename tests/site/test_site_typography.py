"""No line begins with a sign that belongs to the word before it."""

from __future__ import annotations

import re

import pytest
from published_site.typography import spaced, spaced_metadata
from published_site.words import changed
from site_contents import PAGES

TEXT_PAGES = [path for path in PAGES if not path.endswith(".xml") and "sql=" not in path]
QUOTED = re.compile(
    r"(?s)<(pre|textarea|blockquote|cite|h1|script|title)\b.*?</\1>|<dd>.*?</dd>|<td.*?</td>|<option.*?</option>"
)
LOOSE = re.compile(r"\w [:;?!»%](?=[ <])|« ")


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("Source : « oui » ; vraiment ?", "Source\xa0: «\xa0oui\xa0»\u202f; vraiment\u202f?"),
        ("60 % et 5 €", "60\xa0% et 5\xa0€"),
        ("ODD 6, p. 4", "ODD\xa06, p.\xa04"),
        ('<p class="a">https://exemple.fr/?a=1 <!-- x --></p>', '<p class="a">https://exemple.fr/?a=1 <!-- x --></p>'),
    ],
    ids=["signs", "units", "abbreviations", "no sentence"],
)
def test_spaces_before_signs_are_kept(written, shown):
    assert spaced(written) == shown


def test_metadata_is_spaced_where_readers_read_it():
    known = {"title": "Qui ?", "sql": "select ' : '", "tables": {"x": {"columns": {"kind": "Type : x"}}}}
    assert spaced_metadata(known) == {
        "title": "Qui\u202f?", "sql": "select ' : '", "tables": {"x": {"columns": {"kind": "Type\xa0: x"}}}
    }  # fmt: skip


@pytest.mark.parametrize("path", TEXT_PAGES)
def test_no_page_of_ours_has_a_loose_sign(get, path):
    """What documents say is theirs: the quotation, the text of a document, SQL."""
    said = re.sub(r"<[^>]+>", "<>", QUOTED.sub("", get(path).text))
    assert not [said[found.start() - 40 : found.end() + 20] for found in LOOSE.finditer(said)]


@pytest.mark.parametrize(
    ("change", "one", "several"),
    [("added", "ajouté", "ajoutés"), ("source_gone", "dont la page a disparu", "dont la page a disparu")],
)
def test_changes_agree_with_their_number(change, one, several):
    assert (changed(change, 1), changed(change, 2)) == (one, several)
