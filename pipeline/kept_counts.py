"""What the site would count anew for its first reader after every refresh, counted once when the refresh ends.

``kept_counts``: standing commitments by goal (null: whatever their goals), collectivity and status.
``kept_relations``: the partners of each collectivity.
``kept_partners``: those most commitments of a goal name; with a null goal, those several collectivities name.
Triggers of the database empty them whenever a fact they count changes, whoever changes it: what is kept is true or is
not there, and the site then asks the questions of ``LIVE``.
"""

from __future__ import annotations

from sqlite_utils import Database

MOST_PARTNERS = 20
"""Kept for each goal, and of those shared."""

STANDING = """
SELECT NULL AS sdg_id, collectivity_id, status, count(*) AS commitments
FROM commitments WHERE withdrawn_on IS NULL GROUP BY collectivity_id, status
UNION ALL
SELECT l.sdg_id, c.collectivity_id, c.status, count(*)
FROM commitments AS c CROSS JOIN commitment_sdgs AS l ON l.commitment_id = c.id
WHERE c.withdrawn_on IS NULL GROUP BY l.sdg_id, c.collectivity_id, c.status
"""

RELATIONS = """
SELECT d.collectivity_id, m.partner_id, count(DISTINCT c.id) AS commitments, count(*) AS mentions
FROM partner_mentions AS m CROSS JOIN documents AS d ON d.id = m.document_id
LEFT JOIN commitments AS c ON c.id = m.commitment_id AND c.withdrawn_on IS NULL
GROUP BY d.collectivity_id, m.partner_id
"""

NAMED = """
WITH every AS (
  SELECT l.sdg_id, m.partner_id, count(DISTINCT c.collectivity_id) AS collectivities,
    count(DISTINCT c.id) AS commitments, count(*) AS mentions
  FROM commitment_sdgs AS l CROSS JOIN commitments AS c ON c.id = l.commitment_id
  CROSS JOIN partner_mentions AS m ON m.commitment_id = c.id
  WHERE c.withdrawn_on IS NULL GROUP BY l.sdg_id, m.partner_id
  UNION ALL
  SELECT NULL, partner_id, count(*), sum(commitments), sum(mentions) FROM {relations}
  GROUP BY partner_id HAVING count(*) > 1
)
SELECT sdg_id, partner_id, collectivities, commitments, mentions FROM (
  SELECT every.*, row_number() OVER (PARTITION BY sdg_id ORDER BY CASE WHEN sdg_id IS NULL THEN collectivities
      ELSE commitments END DESC, mentions DESC, p.name) AS place
  FROM every JOIN partners AS p ON p.id = every.partner_id)
WHERE place <= {most}
"""

LIVE = {
    "kept_counts": STANDING,
    "kept_relations": RELATIONS,
    "kept_partners": NAMED.format(relations=f"({RELATIONS})", most=MOST_PARTNERS),
}
"""Table → the question it holds the answer to."""


def fill(db: Database) -> None:
    """Count what is not kept, inside the caller's transaction; what is kept is true."""
    quick = {"kept_partners": NAMED.format(relations="kept_relations", most=MOST_PARTNERS)}
    for table, sql in (LIVE | quick).items():
        if not db.execute(f"SELECT EXISTS (SELECT 1 FROM {table})").fetchone()[0]:  # noqa: S608
            db.execute(f"INSERT INTO {table} {sql}")
