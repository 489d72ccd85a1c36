from django.apps import AppConfig
from django.db.models.signals import post_migrate


class TimelineConfig(AppConfig):
    name = "timeline"

    def ready(self):
        from timeline import roles, search, triggers

        post_migrate.connect(triggers.install, sender=self, dispatch_uid="timeline-triggers")
        post_migrate.connect(search.install, sender=self, dispatch_uid="timeline-search")
        post_migrate.connect(roles.install, sender=self, dispatch_uid="timeline-roles")
