"""How many statements does a page ask of the database?"""

from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext


def count(paths: list[str]) -> None:
    """Print one number a path, blank-separated, in order, of a process that has answered before."""
    client = Client()
    client.get("/")
    for path in paths:
        with CaptureQueriesContext(
            connection,
        ) as captured:
            response = client.get(path)
            b"".join(response)
        if response.status_code != 200:
            raise SystemExit(f"{path} answered {response.status_code}")
        print(len(captured))
