"""How the set-up reaches the package index: proxy, certificates, mirrors; and what not to log."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Optional

TORCH_INDEX = "https://download.pytorch.org/whl"

_CREDENTIALS = re.compile(r"(?<=://)[^/\s@]+@")
_PROXY_NAMES = ("HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY")


@dataclass(frozen=True)
class Network:
    """Settings that the QGIS side fills in; ``None`` leaves what the system and pip are set to.

    ``proxy`` is an address, name and password in it where need be; ``no_proxy`` names hosts;
    ``certificates`` is a PEM file that is trusted instead of the built-in one; ``index`` and
    ``more_indexes`` replace the configured package index; ``torch_index`` is the folder of
    PyTorch's own indexes (``.../cpu``, ``.../cu126``), or a mirror of it.
    """

    proxy: Optional[str] = None
    no_proxy: Optional[str] = None
    certificates: Optional[str] = None
    index: Optional[str] = None
    more_indexes: tuple[str, ...] = ()
    find_links: tuple[str, ...] = ()
    torch_index: str = TORCH_INDEX

    def environment(self, environ: Mapping[str, str]) -> dict[str, str]:
        """``environ`` with proxy and certificates, for pip, uv and Python itself.

        They go here, not into the command line, where other users of the computer could read a
        password.
        """
        result = dict(environ)
        if self.proxy is not None:
            for name in _PROXY_NAMES:
                for spelling in (name, name.lower()):
                    result[spelling] = self.proxy
        if self.no_proxy is not None:
            result["NO_PROXY"] = result["no_proxy"] = self.no_proxy
        if self.certificates is not None:
            for name in ("SSL_CERT_FILE", "REQUESTS_CA_BUNDLE", "CURL_CA_BUNDLE", "PIP_CERT"):
                result[name] = self.certificates
        else:
            result["UV_NATIVE_TLS"] = result["UV_SYSTEM_CERTS"] = "true"
        result["PIP_USER"] = "0"  # a pip.conf that says otherwise would break every environment
        result["PIP_REQUIRE_VIRTUALENV"] = "0"
        result["PIP_RESUME_RETRIES"] = "5"  # a pip of before 2025 does not know it, and minds not
        return result

    def index_options(self) -> list[str]:
        """Options of pip and uv for the configured index."""
        options = ["--index-url", self.index] if self.index else []
        for url in self.more_indexes:
            options += ["--extra-index-url", url]
        for place in self.find_links:
            options += ["--find-links", place]
        return options


def network_from_environ(environ: Mapping[str, str]) -> Network:
    """What the user's own pip variables say, as far as they name an index or a certificate.

    A child sees none of them: others, such as ``PIP_TARGET``, would lead the packages elsewhere.
    """

    def words(name: str) -> tuple[str, ...]:
        return tuple(environ.get(name, "").split())

    return Network(
        proxy=environ.get("PIP_PROXY") or None,
        certificates=environ.get("PIP_CERT") or None,
        index=environ.get("PIP_INDEX_URL") or environ.get("UV_DEFAULT_INDEX") or None,
        more_indexes=words("PIP_EXTRA_INDEX_URL"),
        find_links=words("PIP_FIND_LINKS"),
        torch_index=environ.get("TERRALOOM_TORCH_INDEX", TORCH_INDEX).rstrip("/"),
    )


def without_credentials(text: str) -> str:
    """``text`` fit for a log: names and passwords in addresses become ``***``."""
    return _CREDENTIALS.sub("***@", text)
