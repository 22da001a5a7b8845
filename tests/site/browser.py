"""A real server on loopback and one headless Chromium for all tests that need them."""

from __future__ import annotations

import shutil
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

import uvicorn

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
ARGUMENTS = [
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
]  # fmt: skip


@contextmanager
def served(site: Any) -> Iterator[str]:
    """The address of a Datasette served by uvicorn, as ``engagements serve`` does."""
    server = uvicorn.Server(uvicorn.Config(site.app(), port=0, log_level="error", lifespan="on"))
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    while not server.started:
        time.sleep(0.02)
    yield f"http://127.0.0.1:{server.servers[0].sockets[0].getsockname()[1]}"
    server.should_exit = True
    thread.join(timeout=10)


@dataclass
class Visit:
    """A page being read, with all it should not do: ask other hosts, throw, break the policy, open dialogs."""

    page: Any
    address: str
    elsewhere: list[str] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        own = (self.address, "data:", "blob:")
        self.page.on("request", lambda r: None if r.url.startswith(own) else self.elsewhere.append(r.url))
        self.page.on("pageerror", lambda error: self.errors.append(str(error)))
        self.page.on("console", lambda said: self.errors.append(said.text) if said.type == "error" else None)
        self.page.on("dialog", lambda dialog: (self.errors.append(f"dialog {dialog.message}"), dialog.dismiss()))

    def open(self, path: str, until: str = "load") -> Any:
        self.page.goto(self.address + path, wait_until=until)
        return self.page

    @property
    def clean(self) -> bool:
        return not self.elsewhere and not self.errors

    def width(self) -> int:
        return self.page.evaluate("document.documentElement.scrollWidth")
