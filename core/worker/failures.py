"""What the last lines of an installer mean, as a kind and a sentence that says what to do."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from ..language import mark, tr, tr_marked

KINDS = (
    "busy",
    "certificate",
    "disk",
    "interrupted",
    "libraries",
    "missing",
    "network",
    "permission",
    "proxy",
    "silence",
    "smoke",
    "start",
    "unknown",
)


@dataclass(frozen=True)
class Failure:
    """``sentence`` is fit to be shown; ``line`` is the line that told."""

    kind: str
    sentence: str
    line: str = ""

    @property
    def is_worth_another_source(self) -> bool:
        """Whether another index may have what this one did not give."""
        return self.kind in ("network", "interrupted", "missing", "certificate", "proxy", "unknown")


# The first pattern that is found in any line decides, so the surest signs come first.
_SIGNS = (
    (
        "disk",
        r"no space left on device|errno 28\b|not enough space on the disk|disk quota exceeded",
        mark("The disk is full. Free some space, or choose another place for the environment."),
    ),
    (
        "certificate",
        r"certificate.verify.failed|sslcertverificationerror|unable to get local issuer"
        r"|invalid peer certificate|self.signed certificate",
        mark(
            "The certificate of the package index is not trusted. Where a company's proxy reads "
            "the traffic, add its certificate to QGIS (Settings, Options, Authentication) or to "
            "the system, and try again."
        ),
    ),
    (
        "proxy",
        r"\b407\b.*proxy|proxy.*\b407\b|proxyerror|cannot connect to proxy"
        r"|tunnel connection failed",
        mark(
            "The proxy refused the connection. Check the address, user name and password in QGIS's "
            "network settings."
        ),
    ),
    (
        "interrupted",
        r"incompleteread|incomplete.download|connection (was )?(reset|broken|aborted)"
        r"|connectionreseterror|read timed out|readtimeouterror"
        r"|these packages do not match the hashes|badzipfile|has an invalid wheel"
        r"|error decoding response body|unexpected.eof|remote end closed connection",
        mark("The download broke off. Try again: what is complete is kept."),
    ),
    (
        "network",
        r"name or service not known|temporary failure in name resolution|getaddrinfo failed"
        r"|nodename nor servname|network is unreachable|connection refused|failed to establish"
        r"|newconnectionerror|connecttimeout|timed out|dns error|error sending request"
        r"|no route to host|max retries exceeded|failed to fetch",
        mark(
            "The package index cannot be reached. Check the connection to the internet and the "
            "proxy in QGIS's network settings, or name a folder with the wheels."
        ),
    ),
    (
        "permission",
        r"permission denied|access is denied|winerror 5\b|errno 13\b|winerror 32\b"
        r"|being used by another process|read-only file system",
        mark(
            "A file could not be written. Close other QGIS windows, check the rights of the "
            "folder and the virus scanner, or choose another place."
        ),
    ),
    (
        "missing",
        r"no matching distribution found|could not find a version|no solution found"
        r"|is not a supported wheel|not found in the package registry|resolutionimpossible",
        mark(
            "The package index has no fitting packages for this Python. Check its address, or "
            "name a folder with the wheels."
        ),
    ),
    (
        "libraries",
        r"winerror 126\b|winerror 127\b|winerror 1114\b|dll load failed|vcruntime"
        r"|cannot open shared object file|glibc_2|glibcxx_",
        mark(
            "PyTorch is installed, but a library of the system that it needs is missing. On "
            "Windows install the newest 'Microsoft Visual C++ Redistributable' (x64) and try "
            "again."
        ),
    ),
    (
        "smoke",
        r"illegal instruction|sigill",
        mark(
            "This processor is too old for PyTorch's packages. Name an interpreter of your own "
            "with a PyTorch that was built for it."
        ),
    ),
)
_COMPILED = tuple((kind, re.compile(pattern), sentence) for kind, pattern, sentence in _SIGNS)


def explain(lines: Sequence[str]) -> Failure:
    """The likeliest cause that an installer's last lines name."""
    for kind, pattern, sentence in _COMPILED:
        for line in reversed(lines):
            if pattern.search(line.lower()):
                return Failure(kind, tr_marked(sentence), line.strip())
    told = [line.strip() for line in lines if line.strip()]
    errors = [line for line in told if line.lower().startswith(("error", "fatal"))]
    last = (errors or told or [tr("It gave no reason.")])[-1]
    return Failure(
        "unknown", tr("The installer failed. Its last words: {line}").format(line=last), last
    )
