"""Which documents?"""

from django.db import models


class DocumentQuerySet(models.QuerySet):
    def with_publisher(self):
        """Documents with all that a citation of them names."""
        return self.select_related("publisher")
