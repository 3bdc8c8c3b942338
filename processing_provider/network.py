"""How this QGIS reaches the internet, told to the installers: proxy and trusted certificates."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from typing import Optional
from urllib.parse import quote

from qgis.core import QgsApplication, QgsNetworkAccessManager
from qgis.PyQt.QtCore import QUrl
from qgis.PyQt.QtNetwork import QNetworkProxy

from ..core.worker.network import Network, network_from_environ

_SCHEMES = {
    QNetworkProxy.ProxyType.HttpProxy: "http",
    QNetworkProxy.ProxyType.HttpCachingProxy: "http",
    QNetworkProxy.ProxyType.Socks5Proxy: "socks5h",
}


@dataclass(frozen=True)
class QgisNetwork:
    """What is set in QGIS. ``certificates`` are PEM texts, empty where QGIS trusts the system's."""

    proxy: Optional[str]
    no_proxy: Optional[str]
    certificates: bytes

    @contextmanager
    def applied(self, environ: Mapping[str, str]) -> Iterator[Network]:
        """The network of a set-up; what the user's pip variables say goes first."""
        network = network_from_environ(environ)
        network = replace(network, proxy=network.proxy or self.proxy, no_proxy=self.no_proxy)
        if network.certificates is not None or not self.certificates:
            yield network
            return
        descriptor, path = tempfile.mkstemp(prefix="terraloom-", suffix=".pem")
        try:
            with os.fdopen(descriptor, "wb") as file:
                file.write(self.certificates)
            yield replace(network, certificates=path)
        finally:
            os.unlink(path)


def qgis_network() -> QgisNetwork:
    """Read QGIS's network settings; for QGIS's own thread."""
    access = QgsNetworkAccessManager.instance()
    spared = [*access.excludeList(), *access.noProxyList()]
    return QgisNetwork(
        proxy=proxy_address(access.fallbackProxy()),
        no_proxy=hosts(spared) or None,
        certificates=_own_certificates(),
    )


def proxy_address(proxy: QNetworkProxy) -> Optional[str]:
    """The proxy as pip and uv want it; ``None`` leaves what the system is set to."""
    scheme = _SCHEMES.get(proxy.type())
    if scheme is None or not proxy.hostName():
        return None
    name, password = quote(proxy.user(), safe=""), quote(proxy.password(), safe="")
    login = f"{name}:{password}@" if name else ""
    port = f":{proxy.port()}" if proxy.port() else ""
    return f"{scheme}://{login}{proxy.hostName()}{port}"


def hosts(addresses: Sequence[str]) -> str:
    """The hosts of addresses that QGIS reaches without the proxy: ``a.example,b.example``."""
    found = [QUrl(text).host() or text.strip() for text in addresses]
    return ",".join(dict.fromkeys(host for host in found if host))


def _own_certificates() -> bytes:
    """All that QGIS trusts, if the user has added authorities to the system's."""
    manager = QgsApplication.authManager()
    if manager is None or manager.isDisabled():
        return b""
    if not manager.databaseCAs() and not manager.extraFileCAs():
        return b""
    return bytes(manager.trustedCaCertsPemText())
