"""The environment of a test run, set before Django reads its settings (pyproject.toml loads this first)."""

import os

os.environ.setdefault("DEBUG", "true")
os.environ.setdefault("SITE_URL", "http://testserver")
