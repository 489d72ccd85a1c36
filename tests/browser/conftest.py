"""A real browser before the real server, on the seeded record."""

import os
import shutil

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.core.management import call_command

# Playwright's own event loop runs in this thread; Django would else refuse every query in it.
os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "true")

CHROMIUM = os.environ.get("CHROMIUM") or shutil.which("chromium") or shutil.which("chromium-browser")


def pytest_collection_modifyitems(items):
    for item in items:
        if "tests/browser" in str(item.path):
            item.add_marker(pytest.mark.browser)
            if not CHROMIUM:
                item.add_marker(pytest.mark.skip(reason="Chromium was not found: install it, or name it in CHROMIUM"))


@pytest.fixture(scope="session")
def chromium():
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=CHROMIUM,
            args=["--no-sandbox", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
        )
        yield browser
        browser.close()


@pytest.fixture
def site(transactional_db, live_server, settings):
    """The address of a server that shows the seeded record."""
    settings.ALLOWED_HOSTS = ["*"]
    call_command("seed", verbosity=0)
    return live_server.url


@pytest.fixture
def page(chromium):
    """An empty tab. The test fails if a page breaks the security policy, raises an error or asks a third party."""
    context = chromium.new_context(viewport={"width": 1280, "height": 900})
    tab = context.new_page()
    faults: list[str] = []
    tab.on("console", lambda message: faults.append(message.text) if message.type == "error" else None)
    tab.on("pageerror", lambda error: faults.append(str(error)))
    tab.on("request", lambda request: faults.append(request.url) if _foreign(request.url) else None)
    tab.faults = faults
    yield tab
    context.close()
    assert faults == []


def _foreign(url: str) -> bool:
    return not url.startswith(("http://localhost:", "http://127.0.0.1:", "data:", "about:"))


def violations(page) -> list[tuple[str, str]]:
    """What axe finds on the page: the broken rule and the first element that breaks it.

    Axe itself adds a style and asks for style sheets, which the policy stops: no fault of the page, so not counted.
    """
    before = list(page.faults)
    found = Axe().run(page).response["violations"]
    page.faults[:] = before
    return [(fault["id"], fault["nodes"][0]["html"]) for fault in found]
