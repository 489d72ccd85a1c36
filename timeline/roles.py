"""Who may do what: the three groups of the desk and their permissions."""

from django.apps import apps as installed_apps
from django.contrib.auth.management import create_permissions

CURATOR = {
    "timeline": ["add_event", "change_event", "view_event", "decide", "view_proposal", "view_revision",
                 "view_actor", "view_theme"],
    "articles": ["view_document", "view_publisher", "view_documenttext", "view_passage"],
}  # fmt: skip
EDITOR = {
    "timeline": [*CURATOR["timeline"], "add_actor", "change_actor", "add_actoralias", "change_actoralias",
                 "delete_actoralias", "view_actoralias", "add_theme", "change_theme"],
    "articles": [*CURATOR["articles"], "add_document", "change_document", "add_publisher", "change_publisher"],
}  # fmt: skip
ADMINISTRATOR = {
    "timeline": EDITOR["timeline"],
    "articles": EDITOR["articles"],
    "auth": ["add_user", "change_user", "view_user", "view_group"],
}
GROUPS = {"curator": CURATOR, "editor": EDITOR, "administrator": ADMINISTRATOR}


def install(using: str = "default", **kwargs) -> None:
    """Make the groups and give each exactly its permissions; safe to run any number of times."""
    for label in ("auth", "articles", "timeline"):
        create_permissions(installed_apps.get_app_config(label), verbosity=0, using=using)
    from django.contrib.auth.models import Group, Permission

    for name, by_app in GROUPS.items():
        group, _ = Group.objects.using(using).get_or_create(name=name)
        permissions = [
            permission
            for app, codenames in by_app.items()
            for permission in Permission.objects.using(using).filter(
                content_type__app_label=app, codename__in=codenames
            )
        ]
        group.permissions.set(permissions)
