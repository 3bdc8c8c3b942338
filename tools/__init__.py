"""Set-up, demo, test, package, benchmark, train: a developer's tools, not part of the plugin."""
