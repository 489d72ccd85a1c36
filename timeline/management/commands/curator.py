"""`manage.py curator [NAME]`: an account for the desk, with a random password that is shown once."""

import secrets
from itertools import count

from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.core.management.base import BaseCommand, CommandError
from django.db import transaction

from timeline.roles import GROUPS


class Command(BaseCommand):
    help = "Make an account that may sign in to the desk, and print its password once."

    def add_arguments(self, parser):
        parser.add_argument("name", nargs="?", help="“curator”, or “curator-2” and so on, if none is given")
        parser.add_argument("--group", choices=GROUPS, default="editor", help="an editor has all rights of a curator")
        parser.add_argument("--once", action="store_true", help="only if nobody can sign in to the desk yet")

    @transaction.atomic
    def handle(self, *, name, group, once, **options):
        users = get_user_model().objects
        if once and (held := users.filter(is_staff=True, is_active=True).order_by("pk").first()):
            self.stdout.write(f"Sign in at /admin/ as {held}; `make curator` makes another sign-in.")
            return
        name = name or self._free_name()
        if users.filter(username=name).exists():
            raise CommandError(f"There is already an account “{name}”: give another name.")
        password = secrets.token_urlsafe(12)
        user = users.create_user(name, password=password, is_staff=True)
        user.groups.add(Group.objects.get(name=group))
        self.stdout.write(f"The curator’s desk is at /admin/. Sign in as {name} with the password {password}")
        self.stdout.write("The password is shown this once and stored nowhere in readable form.")

    def _free_name(self) -> str:
        taken = set(get_user_model().objects.values_list("username", flat=True))
        names = (f"curator-{number}" if number > 1 else "curator" for number in count(1))
        return next(name for name in names if name not in taken)
