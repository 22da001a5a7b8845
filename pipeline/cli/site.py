"""``engagements serve``: the site."""

from __future__ import annotations

from pathlib import Path

import click

from pipeline.cli.frame import WrongUsage, clear_errors
from pipeline.cli.options import FILE, FOLDER, settings


@click.command()
@click.option("--db", "database", type=FILE, help="SQLite file.  [default: engagements.db]")
@click.option("--corpus", type=FOLDER, help="Folder of the documents, to show pages of PDFs.  [default: corpus/]")
@click.option("--host", default="127.0.0.1", show_default=True, help="0.0.0.0 to be reached from elsewhere.")
@click.option("--port", type=click.IntRange(0, 65535), default=8001, show_default=True, help="TCP port.")
@clear_errors
def serve(database: Path | None, corpus: Path | None, host: str, port: int) -> None:
    """Open the site: Datasette, configured, on a database.

    \b
    Example:  engagements serve --db demo.db --corpus corpus/demo --port 8001
    """
    from pipeline.serve import serve as run

    config = settings()
    check_port_is_free(host, port)
    run(database or config.database, config.site, corpus or config.corpus, host, port)


def check_port_is_free(host: str, port: int) -> None:
    """Raises WrongUsage where nothing can listen there: the server itself would say so in its own words."""
    import socket

    try:
        family, kind, _, _, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
        with socket.socket(family, kind) as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            probe.bind(address)
    except OSError as error:
        raise WrongUsage(
            f"{host}:{port} cannot be listened on: {error.strerror}; give another --port or --host"
        ) from None
