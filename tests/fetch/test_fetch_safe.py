"""What a hostile source cannot do: reach into our network, pass for another, swell, downgrade."""

from __future__ import annotations

import gzip
import socket
import ssl
import zlib
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
import trustme
from asking import ask
from websites import website

from pipeline.errors import FetchFailed, TransientFetchFailure
from pipeline.fetch import addresses
from pipeline.fetch import web as web_module
from pipeline.fetch.addresses import is_public
from pipeline.settings import Settings

PUBLIC_ONLY = Settings(fetch_seconds=2, fetch_pause_seconds=0, fetch_attempts=2, max_bytes=100_000)
ALL = replace(PUBLIC_ONLY, allow_private_addresses=True)
OTHER_ADDRESS = "127.0.0.2"


# Private addresses


@pytest.mark.parametrize(
    "address",
    ["127.0.0.1", "127.8.8.8", "10.1.2.3", "172.16.0.1", "192.168.1.1", "169.254.169.254", "100.64.0.1", "0.0.0.0",
     "224.0.0.1", "255.255.255.255", "::1", "::", "fe80::1%eth0", "fc00::1", "ff02::1", "::ffff:127.0.0.1",
     "2002:7f00:1::", "64:ff9b::7f00:1", "192.0.2.1", "2001:db8::1"],
)  # fmt: skip
def test_not_public(address):
    assert not is_public(address)


@pytest.mark.parametrize(
    "address", ["1.1.1.1", "193.51.224.1", "2606:4700::1111", "::ffff:1.1.1.1", "64:ff9b::101:101"]
)
def test_public(address):
    assert is_public(address)


@pytest.mark.parametrize(
    ("host", "shown"),
    [
        ("127.0.0.1", "127.0.0.1, a private address"),
        ("localhost", "localhost is 127.0.0.1, a private address"),
        ("2130706433", "2130706433 is 127.0.0.1, a private address"),
        ("0x7f.1", "0x7f.1 is 127.0.0.1, a private address"),
    ],
    ids=["as such", "by name", "as a number", "in base 16"],
)
def test_a_private_address_is_refused_before_a_connection(site, tmp_path, monkeypatch, host, shown):
    resolve = socket.getaddrinfo
    ipv4 = lambda *args, **kinds: [a for a in resolve(*args, **kinds) if a[0] == socket.AF_INET]  # noqa: E731
    monkeypatch.setattr(addresses.socket, "getaddrinfo", ipv4)
    url = site.says("/plan", "Nous.").replace("127.0.0.1", host)
    with pytest.raises(FetchFailed) as caught:
        ask(url, tmp_path, PUBLIC_ONLY)
    assert str(caught.value) == (f"{url}: {shown}; set ENGAGEMENTS_ALLOW_PRIVATE_ADDRESSES=yes to fetch from there")
    assert not isinstance(caught.value, TransientFetchFailure)
    assert site.asked == []


@pytest.fixture
def first_is_public(monkeypatch):
    """Of the machine's own addresses, 127.0.0.1 passes for a public one, 127.0.0.2 does not."""
    monkeypatch.setattr(addresses, "is_public", lambda address: address == "127.0.0.1")


def test_a_redirect_to_a_private_address_is_refused(site, tmp_path, first_is_public):
    with website(host=OTHER_ADDRESS) as inside:
        secret = inside.says("/secret", "clef")
        url = site.answers("/plan", 302, Location=secret)
        with pytest.raises(FetchFailed, match=rf"{url}: 127\.0\.0\.2, a private address"):
            ask(url, tmp_path, PUBLIC_ONLY)
        assert inside.asked == []
    assert site.statuses("/plan") == [302]


def resolving(monkeypatch, *answers: list[str]) -> list[str]:
    """``ville.test`` resolves to each of the answers in turn, the last one ever after. Returns what was looked up."""
    resolve, asked = socket.getaddrinfo, []

    def pretend(host, port, *args, **kinds):
        if host != "ville.test":
            return resolve(host, port, *args, **kinds)
        asked.append(host)
        found = answers[min(len(asked), len(answers)) - 1]
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (address, port)) for address in found]

    monkeypatch.setattr(socket, "getaddrinfo", pretend)
    return asked


def test_a_name_that_changes_its_address_is_refused_at_the_next_connection(
    site, tmp_path, first_is_public, monkeypatch
):
    with website(host=OTHER_ADDRESS) as inside:
        inside.says("/plan", "clef")
        asked = resolving(monkeypatch, ["127.0.0.1"], [OTHER_ADDRESS])
        url = site.answers("/plan", 302, Location="/suite").replace("127.0.0.1", "ville.test")
        with pytest.raises(FetchFailed, match=r"ville\.test is 127\.0\.0\.2, a private address"):
            ask(url, tmp_path, PUBLIC_ONLY)
        assert inside.asked == []
    assert asked == ["ville.test"] * 2, "one look-up a connection: what was checked is what is connected to"


def test_of_several_addresses_only_the_public_ones_are_tried(site, tmp_path, first_is_public, monkeypatch):
    with website(host=OTHER_ADDRESS) as inside:
        resolving(monkeypatch, [OTHER_ADDRESS, "127.0.0.1"])
        url = site.says("/plan", "Nous.").replace("127.0.0.1", "ville.test")
        assert ask(url, tmp_path, PUBLIC_ONLY).content == b"Nous."
        assert inside.asked == []
    assert site.asked_for("/plan")[0].headers["host"].startswith("ville.test:")


def test_the_next_address_is_tried_where_one_does_not_answer(site, tmp_path, monkeypatch):
    resolving(monkeypatch, ["127.0.0.9", "127.0.0.1"])
    url = site.says("/plan", "Nous.").replace("127.0.0.1", "ville.test")
    assert ask(url, tmp_path, ALL).content == b"Nous."


# TLS


@pytest.fixture(scope="module")
def authority(tmp_path_factory) -> Iterator[trustme.CA]:
    """A certificate authority of ours, the only one trusted here."""
    authority = trustme.CA()
    file = tmp_path_factory.mktemp("tls") / "ca.pem"
    authority.cert_pem.write_to_path(str(file))
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SSL_CERT_FILE", str(file))
        web_module.trusted.cache_clear()
        yield authority
    web_module.trusted.cache_clear()


def server_side(certificate: trustme.LeafCert) -> ssl.SSLContext:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    certificate.configure_cert(context)
    return context


def test_https_under_a_name(authority, tmp_path, monkeypatch):
    with website(server_side(authority.issue_cert("ville.test"))) as site:
        resolving(monkeypatch, ["127.0.0.1"])
        url = site.says("/plan", "Nous planterons.").replace("127.0.0.1", "ville.test")
        assert ask(url, tmp_path, ALL).content == b"Nous planterons."


YESTERDAY = datetime.now(UTC) - timedelta(days=1)
UNTRUSTED = [
    pytest.param(lambda ca: ca.issue_cert("127.0.0.1", not_after=YESTERDAY), "certificate has expired", id="expired"),
    pytest.param(lambda ca: ca.issue_cert("autre.test"), "IP address mismatch", id="of another name"),
    pytest.param(
        lambda _: trustme.CA().issue_cert("127.0.0.1"), "unable to get local issuer certificate", id="nobody vouches"
    ),
]


@pytest.mark.parametrize(("certificate", "cause"), UNTRUSTED)
def test_a_certificate_that_is_not_to_be_trusted_is_named_and_not_tried_again(authority, tmp_path, certificate, cause):
    with website(server_side(certificate(authority))) as site:
        url = site.says("/plan", "Nous.")
        with pytest.raises(FetchFailed, match=f"{url}: its certificate is not to be trusted: {cause}") as caught:
            ask(url, tmp_path, ALL)
        assert not isinstance(caught.value, TransientFetchFailure)
        assert site.asked == []


def test_a_redirect_away_from_https_is_refused(authority, site, tmp_path):
    with website(server_side(authority.issue_cert("127.0.0.1"))) as secure:
        open_page = site.says("/plan", "Nous.")
        url = secure.answers("/plan", 302, Location=open_page)
        with pytest.raises(FetchFailed, match=f"redirects to {open_page}, which is no longer https"):
            ask(url, tmp_path, ALL)
        safe = secure.says("/sur", "Nous.")
        assert ask(site.answers("/vers", 301, Location=safe), tmp_path, ALL).url == safe
    assert site.asked_for("/plan") == []


def test_a_redirect_with_credentials_is_refused(site, tmp_path):
    url = site.answers("/plan", 302, Location="http://nom:secret@127.0.0.1/")
    with pytest.raises(FetchFailed, match=r"redirects to 127\.0\.0\.1 with credentials in the address") as caught:
        ask(url, tmp_path, ALL)
    assert "secret" not in str(caught.value)


# Bombs and lies

BOMB = gzip.compress(b"a" * 20_000_000, 9)


@pytest.mark.parametrize(
    ("body", "encoding", "cause"),
    [
        pytest.param(BOMB, "gzip", "larger than 100,000 bytes", id="gzip bomb"),
        pytest.param(zlib.compress(b"a" * 20_000_000, 9), "deflate", "larger than 100,000 bytes", id="deflate bomb"),
        pytest.param(gzip.compress(b"") + b"\0" * 200_000, "gzip", "larger than 100,000 bytes", id="a tail of nothing"),
        pytest.param(gzip.compress(BOMB), "gzip, gzip", "packed as 'gzip, gzip'", id="a bomb in a bomb"),
        pytest.param(b"\x8b\x00\x80a\x03", "br", "packed as 'br', which was not asked for", id="brotli"),
        pytest.param(b"(\xb5/\xfd", "zstd", "packed as 'zstd', which was not asked for", id="zstd"),
    ],
)
def test_packed_bodies_are_bounded(site, tmp_path, body, encoding, cause):
    url = site.says("/plan", body, Content_Encoding=encoding)
    with pytest.raises(FetchFailed, match=cause):
        ask(url, tmp_path, ALL)
    kept = sum(f.stat().st_size for f in tmp_path.rglob("*") if f.is_file())
    assert kept < 10 * len(body) + 500_000


def test_a_page_is_not_remembered_in_part(site, tmp_path):
    """The first answer breaks off: the second run asks for all of it, without a condition."""
    url = site.says("/plan", "Nous planterons 100 arbres.", Content_Length="500")
    with pytest.raises(TransientFetchFailure):
        ask(url, tmp_path, ALL)
    site.says("/plan", "Nous planterons 100 arbres.")
    assert ask(url, tmp_path, ALL).content == b"Nous planterons 100 arbres."
    assert "if-none-match" not in site.asked_for("/plan")[-1].headers
