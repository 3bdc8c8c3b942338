"""Keeps the parts of the help pages that are made from elsewhere: parameters, limits, changes.

A page of help/ is written by hand, except between ``<!-- made: parameters terrain -->`` and
``<!-- end -->``: what stands there is replaced.
"""

from __future__ import annotations

import argparse
import os
import re
import sys
import tempfile
from collections.abc import Mapping, Sequence
from html import escape
from pathlib import Path
from typing import Any

from .bootstrap import PACKAGE, ROOT

_MADE = re.compile(r"(<!-- made: (\w+) ?(\w*) -->\n).*?(<!-- end -->)", re.DOTALL)


def brought_up_to_date(text: str, root: Path, algorithms: Mapping[str, Any]) -> str:
    """The text of a page, its made parts made anew from `algorithms` by name."""

    def made(found: re.Match[str]) -> str:
        start, what, name, end = found.groups()
        if what == "parameters":
            body = parameter_list(algorithms[name])
        elif what == "limits":
            body = limits_text(algorithms[name])
        elif what == "changes":
            body = changes_html((root / "CHANGELOG.md").read_text(encoding="utf-8"))
        else:
            raise ValueError(f"'{what}' is not made here.")
        return f"{start}{body}\n{end}"

    return _MADE.sub(made, text)


def outdated(root: Path, algorithms: Mapping[str, Any]) -> dict[Path, str]:
    """The pages that do not say what the plugin does now, each with the text that it needs."""
    found = {}
    for page in sorted((root / "help").glob("*.html")):
        text = page.read_text(encoding="utf-8")
        now = brought_up_to_date(text, root, algorithms)
        if now != text:
            found[page] = now
    return found


def parameter_list(algorithm: Any) -> str:
    """The parameters and outputs of an algorithm as a definition list."""
    rows = ["<dl>"]
    definitions = algorithm.parameterDefinitions()
    for definition in definitions:
        facts = escape("; ".join(_facts(definition)))
        small = f" <small>{facts}</small>" if facts else ""
        rows.append(f"<dt>{_named(definition)}{small}</dt>")
        text = escape(_impersonal(definition.help()), quote=False)
        if text:
            rows.append("<dd>" + text.replace("\n", "<br>") + "</dd>")
    shown = {definition.name() for definition in definitions}
    for output in algorithm.outputDefinitions():
        if output.name() not in shown:
            rows.append(f"<dt>{_named(output)} <small>output</small></dt>")
    return "\n".join((*rows, "</dl>"))


def limits_text(algorithm: Any) -> str:
    """What the model of an algorithm says of itself."""
    card = algorithm.entry.package.card
    return "\n".join(
        f"<p>{escape(text, quote=False)}</p>"
        for text in (
            card.limits,
            f"Trained on: {card.training.data} ({card.training.area}).",
            f"Licence of the weights: {card.training.licence}.",
        )
    )


def changes_html(log: str) -> str:
    """The change log, which is plain Markdown: headings, paragraphs, lists, emphasis, code."""
    out: list[str] = []
    for block in re.split(r"\n\s*\n", log.strip()):
        if block.startswith("# "):
            continue
        if block.startswith("## "):
            out.append(f"<h2>{_inline(block[3:])}</h2>")
        elif block.startswith("- "):
            items = [" ".join(item.split()) for item in re.split(r"(?:^|\n)- ", block) if item]
            out += ["<ul>", *(f"<li>{_inline(item)}</li>" for item in items), "</ul>"]
        else:
            out.append(f"<p>{_inline(' '.join(block.split()))}</p>")
    return "\n".join(out)


def _inline(text: str) -> str:
    text = re.sub(r"`([^`]+)`", r"<code>\1</code>", escape(text, quote=False))
    text = re.sub(r"\*\*([^*]+)\*\*", r"<b>\1</b>", text)
    return re.sub(r"\*([^*]+)\*", r"<i>\1</i>", text)


def _impersonal(text: str) -> str:
    """Without the folder of whoever makes the pages."""
    from ..processing_provider.torch_setup import usual_place

    return text.replace(str(usual_place()), "the folder of the user's programs")


def _named(one: Any) -> str:
    return f"{escape(one.description())} <code>{one.name()}</code>"


def _facts(definition: Any) -> list[str]:
    """What can be said of a parameter without words: choices, limits, default."""
    facts = []
    default = definition.defaultValue()
    if definition.type() == "enum":
        facts.append(f"one of {', '.join(definition.options())}")
    if definition.type() in ("number", "distance"):
        low, high = definition.minimum(), definition.maximum()
        if high < 1e300:
            facts.append(f"{low:.15g} to {high:.15g}")
    if definition.type() == "boolean":
        default = "yes" if default else "no"
    if default not in (None, ""):
        is_number = isinstance(default, float)
        facts.append(f"default {default:.15g}" if is_number else f"default {default}")
    if definition.flags() & definition.FlagOptional:
        facts.append("optional")
    if definition.flags() & definition.FlagAdvanced:
        facts.append("advanced")
    return facts


def bundled_algorithms(provider: Any) -> dict[str, Any]:
    """The algorithms of a provider by name."""
    return {algorithm.name(): algorithm for algorithm in provider.algorithms()}


def _update(root: Path) -> list[Path]:
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from qgis.core import QgsApplication

    from ..core import jobs
    from ..core.catalog import Catalog, bundled_folder
    from ..core.engine import InProcessEngine
    from ..processing_provider.provider import TerraloomProvider
    from ..processing_provider.services import Services

    # A profile of its own: nobody's settings may show in the defaults.
    with tempfile.TemporaryDirectory() as profile:
        application = QgsApplication([], False, profile)
        application.initQgis()
        services = Services(Catalog([bundled_folder()]), InProcessEngine(), jobs)
        provider = TerraloomProvider(services)
        provider.refreshAlgorithms()
        changed = outdated(root, bundled_algorithms(provider))
        for page, text in changed.items():
            page.write_text(text, encoding="utf-8")
        del provider
        application.exitQgis()
    return list(changed)


def main(arguments: Sequence[str]) -> int:
    """Bring the pages up to date and name those that changed."""
    argparse.ArgumentParser(prog="tools/help_pages", description=__doc__).parse_args(arguments)
    for page in _update(ROOT):
        print(f"{PACKAGE}/{page.relative_to(ROOT)}: changed", file=sys.stderr)
    return 0
