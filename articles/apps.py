from django.apps import AppConfig
from django.db.models.signals import post_migrate


class ArticlesConfig(AppConfig):
    name = "articles"

    def ready(self):
        from articles.triggers import install

        post_migrate.connect(install, sender=self, dispatch_uid="articles-triggers")
