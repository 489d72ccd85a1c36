"""Three groups, each with exactly what it needs; nobody may delete anything but an alias."""

import pytest

from tests.makers import make_user

pytestmark = pytest.mark.django_db

MAY = [
    # permission, curator, editor, administrator
    ("timeline.decide", True, True, True),
    ("timeline.change_event", True, True, True),
    ("timeline.view_proposal", True, True, True),
    ("timeline.change_actor", False, True, True),
    ("articles.add_document", False, True, True),
    ("auth.add_user", False, False, True),
    ("auth.delete_user", False, False, False),
    ("timeline.delete_actor", False, False, False),
    ("articles.delete_document", False, False, False),
    ("timeline.delete_revision", False, False, False),
]


@pytest.mark.parametrize(("permission", "curator", "editor", "administrator"), MAY)
def test_who_may(permission, curator, editor, administrator):
    groups = ("curator", "editor", "administrator")
    may = tuple(make_user(group=group).has_perm(permission) for group in groups)
    assert may == (curator, editor, administrator)
