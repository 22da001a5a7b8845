"""No way from a public page into a private network.

A manifest, a redirect or a name server may point at the machine itself or at its neighbours. So names are
resolved here, what they resolve to is checked, and the connection goes to that very address: a name that
answers differently the next moment changes nothing.
"""

from __future__ import annotations

import ipaddress
import socket
import ssl
from contextlib import suppress

import httpx

from pipeline.errors import FetchFailed

Address = ipaddress.IPv4Address | ipaddress.IPv6Address
_NAT64 = ipaddress.ip_network("64:ff9b::/96")


class PublicTransport(httpx.BaseTransport):
    """Connects to public addresses only, unless ``private`` ones are allowed.

    Connections are not kept: they are opened by address, and two names of one address need two handshakes.
    """

    def __init__(self, private: bool, proxy: str | None, verify: ssl.SSLContext) -> None:
        self._private = private
        self._by_proxy = proxy is not None
        limits = httpx.Limits(max_keepalive_connections=0)
        self._inner = httpx.HTTPTransport(verify=verify, proxy=proxy, limits=limits, trust_env=False)

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        """Raises FetchFailed for a private address, httpx.ConnectError where none of the addresses answers."""
        host, port = request.url.host, request.url.port or {"https": 443}.get(request.url.scheme, 80)
        if self._by_proxy:  # it resolves names itself; of addresses as such we can judge
            with suppress(ValueError):
                self._check(host, [str(ipaddress.ip_address(host))])
            return self._inner.handle_request(request)
        addresses = self._check(host, _resolve(request, host, port))
        for address in addresses[:-1]:
            with suppress(httpx.ConnectError, httpx.ConnectTimeout):
                return self._inner.handle_request(_to(request, address))
        return self._inner.handle_request(_to(request, addresses[-1]))

    def _check(self, host: str, addresses: list[str]) -> list[str]:
        allowed = [a for a in addresses if self._private or is_public(a)]
        if not allowed:
            where = host if host == addresses[0] else f"{host} is {addresses[0]}"
            raise FetchFailed(
                f"{where}, a private address; set ENGAGEMENTS_ALLOW_PRIVATE_ADDRESSES=yes to fetch from there"
            )
        return allowed

    def close(self) -> None:
        self._inner.close()


def is_public(address: str) -> bool:
    """Whether the whole Internet may reach it: not the machine, its network, a link or a group of machines."""
    found = _unwrapped(ipaddress.ip_address(address.partition("%")[0]))
    return found.is_global and not found.is_multicast


def _unwrapped(address: Address) -> Address:
    """The IPv4 address an IPv6 one stands for."""
    if isinstance(address, ipaddress.IPv4Address):
        return address
    if address in _NAT64:
        return ipaddress.IPv4Address(int(address) & 0xFFFFFFFF)
    return address.ipv4_mapped or address.sixtofour or address


def _resolve(request: httpx.Request, host: str, port: int) -> list[str]:
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        raise httpx.ConnectError(f"{host}: no such host ({error})", request=request) from error
    return list(dict.fromkeys(str(place[0]) for *_, place in found))


def _to(request: httpx.Request, address: str) -> httpx.Request:
    """The same request to one address; name and certificate stay those of the host."""
    return httpx.Request(
        request.method,
        request.url.copy_with(host=address),
        headers=request.headers,
        stream=request.stream,
        extensions={**request.extensions, "sni_hostname": request.url.host},
    )
