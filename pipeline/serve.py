"""The published site: Datasette with the configuration folder ``datasette/``."""

from __future__ import annotations

import sqlite3
from pathlib import Path
from typing import TYPE_CHECKING

from pipeline.errors import StoreFailed

if TYPE_CHECKING:
    from datasette.app import Datasette


def make_site(database: Path, site: Path) -> Datasette:
    """The Datasette application. Raises StoreFailed where ``database`` is not one of ours.

    The file is opened mutable: a refresh may write while it is served.
    """
    from datasette.app import Datasette

    _check(database)
    return Datasette(files=[str(database)], config_dir=site)


def serve(database: Path, site: Path, host: str, port: int) -> None:
    """Serve until interrupted; the address is printed first."""
    import uvicorn

    app = make_site(database, site).app()
    print(f"Site: http://{host}:{port}/  (Ctrl+C to stop)", flush=True)
    uvicorn.run(app, host=host, port=port, log_level="warning", lifespan="on")


def _check(database: Path) -> None:
    if not database.is_file():
        raise StoreFailed(f"{database}: no such database; make it with: engagements refresh --db {database}")
    try:
        with sqlite3.connect(f"file:{database}?mode=ro", uri=True) as connection:
            connection.execute("SELECT count(*) FROM commitments").fetchone()
    except sqlite3.Error as error:
        raise StoreFailed(f"{database}: not a database of this project: {error}") from error
    finally:
        if "connection" in locals():
            connection.close()
