"""Which addresses may be fetched: by the URL's own text, and again by what its name resolves to."""

from __future__ import annotations

import ipaddress
from collections.abc import Collection

from yarl import URL

from bot.services.fetching.errors import FetchError

_PORTS = {"https": 443, "http": 80}
_LONGEST = 2000


def allowed_url(text: str, hosts: Collection[str]) -> URL:
    """Return a URL that may be fetched: of an allowed host or below one, without a password or a port of its own.

    Raises:
        FetchError: it may not be.
    """
    if not hosts:
        raise FetchError("Fetching pages is off. Whoever runs the bot can allow hosts with fetch.hosts.")
    try:
        url = URL(text.strip())
        host = (url.host or "").lower().rstrip(".")
        port = url.port
    except ValueError:
        raise FetchError("That is no address of a page. One begins with https://.") from None
    if url.scheme not in _PORTS or not host or len(text) > _LONGEST:
        raise FetchError("That is no address of a page. One begins with https://.")
    if url.user is not None or url.password is not None:
        raise FetchError("An address with a user name or a password in it is not fetched.")
    if port != _PORTS[url.scheme]:
        raise FetchError("An address with a port of its own is not fetched.")
    if not any(host == each or host.endswith(f".{each}") for each in map(_plain, hosts)):
        raise FetchError(f"{host} is none of the hosts that may be fetched: {', '.join(sorted(hosts))}.")
    return url


def is_public(address: str) -> bool:
    """Whether an IP address is out in the world: not of this machine, of a private network, or of a special use."""
    try:
        ip = ipaddress.ip_address(address.partition("%")[0])
    except ValueError:
        return False
    inner = getattr(ip, "ipv4_mapped", None) or getattr(ip, "sixtofour", None)
    teredo = getattr(ip, "teredo", None)
    if inner is not None:
        return is_public(str(inner))
    return ip.is_global and not ip.is_multicast and teredo is None and not _translated(ip)


def _translated(ip: ipaddress.IPv4Address | ipaddress.IPv6Address) -> bool:
    """Whether it stands for an IPv4 address behind a translator (RFC 6052), which could be a private one."""
    return ip.version == 6 and ip in ipaddress.ip_network("64:ff9b::/96")


def _plain(host: str) -> str:
    return host.lower().strip().strip(".")
