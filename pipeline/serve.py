"""The published site: Datasette with the configuration folder ``datasette/``."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from pipeline.opened import open_for_reading

if TYPE_CHECKING:
    from datasette.app import Datasette


def make_site(database: Path, site: Path, corpus: Path) -> Datasette:
    """The Datasette application. Raises NoDatabase where ``database`` is not one of ours.

    The file is opened mutable: a refresh may write while it is served. ``corpus`` is where the documents it
    was made from are kept, for the pictures of their pages; without them the site shows no pictures.
    """
    from datasette.app import Datasette

    open_for_reading(database).close()
    datasette = Datasette(files=[str(database)], config_dir=site)
    # an attribute and no setting: Datasette publishes its settings, and this is a path of the machine
    datasette.engagements_corpus = corpus
    return datasette


def serve(database: Path, site: Path, corpus: Path, host: str, port: int) -> None:
    """Serve until interrupted; the address is printed first."""
    import uvicorn

    app = make_site(database, site, corpus).app()
    print(f"Site: http://{host}:{port}/  (Ctrl+C to stop)", flush=True)
    uvicorn.run(app, host=host, port=port, log_level="warning", lifespan="on")
