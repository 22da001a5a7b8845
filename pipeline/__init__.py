"""What French local governments promise, with whom, for how much, by when.

The modules are the data path: ``sources`` reads the manifest, ``fetch`` gets each source's bytes,
``read`` turns them into blocks, ``document`` into one spaCy ``Doc``, ``extract`` finds partners,
amounts, periods and indicators in it, ``classify`` says which sentences are commitments and to which goals,
``link`` joins the two, ``store`` writes SQLite, and ``datasette/`` publishes it. ``refresh`` runs
the whole path; ``flow`` runs it under Prefect. The nouns are in ``types``.
"""

__version__ = "0.1.0"
