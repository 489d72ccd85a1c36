"""How many statements does a page ask of the database?"""

from django.core.cache import cache
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext


def count(paths: list[str]) -> None:
    """Print one number a path, blank-separated, in order: of a warm process that has every card to render anew."""
    client = Client()
    client.get("/")
    for path in paths:
        cache.clear()
        with CaptureQueriesContext(
            connection,
        ) as captured:
            response = client.get(path)
            b"".join(response)
        if response.status_code != 200:
            raise SystemExit(f"{path} answered {response.status_code}")
        print(len(captured))
