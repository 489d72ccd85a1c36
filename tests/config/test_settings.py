"""Settings are loud on nonsense and safe in production."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent.parent
PRODUCTION = {
    "SECRET_KEY": "an-example-of-fifty-characters-or-more-that-is-used-by-this-test-only-0123456789",
    "ALLOWED_HOSTS": "timeline.example.org",
    "SITE_URL": "https://timeline.example.org",
}


def manage(*arguments, **environment):
    """Run a command under exactly this environment; its exit status and all that it printed."""
    env = {"PATH": os.environ["PATH"], **environment}
    done = subprocess.run(
        [sys.executable, "manage.py", *arguments], cwd=ROOT, env=env, capture_output=True, text=True, timeout=60
    )
    return done.returncode, done.stdout + done.stderr


def test_deployment_check_is_clean():
    status, said = manage("check", "--deploy", "--fail-level", "WARNING", **PRODUCTION)
    assert status == 0, said
    assert "no issues" in said


def test_without_secret_key_it_refuses_to_start():
    status, said = manage("check")
    assert status != 0
    assert "Set SECRET_KEY" in said


@pytest.mark.parametrize("value", ["maybe", "2 seconds"])
def test_nonsense_in_the_environment_is_refused(value):
    status, said = manage("check", **PRODUCTION, STATEMENT_SECONDS=value)
    assert status != 0
    assert "invalid literal" in said


def test_debug_machine_keeps_its_random_key(settings):
    assert len(settings.SECRET_KEY) > 50
