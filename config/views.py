"""Answers for machines that watch this one."""

from django.db import DatabaseError, connection
from django.http import HttpResponse


def healthz(request):
    """The process is alive."""
    return HttpResponse("ok\n", content_type="text/plain")


def readyz(request):
    """The process can serve: the database answers and its tables are there."""
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1 FROM timeline_event LIMIT 1")
    except DatabaseError:
        return HttpResponse("the database does not answer\n", status=503, content_type="text/plain")
    return HttpResponse("ready\n", content_type="text/plain")
