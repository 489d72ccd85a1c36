"""What a curator does: sign in, decide, see it on the public page."""

import re

from playwright.sync_api import expect

from tests.browser.conftest import violations
from tests.makers import make_user
from timeline.models import Proposal

PASSWORD = "a long and private sentence"


def sign_in(page, site):
    make_user("ada", group="curator", password=PASSWORD)
    page.goto(f"{site}/admin/")
    page.get_by_label("Username").fill("ada")
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name="Log in").click()


def test_curator_accepts_a_proposal_and_sees_it_public(site, page):
    sign_in(page, site)
    waiting = Proposal.objects.open().count()
    page.goto(f"{site}/admin/timeline/proposal/review/")
    title = "Checked words of a curator"
    page.get_by_label("Title").fill(title)
    page.get_by_role("button", name=re.compile("Publish|Accept")).first.click()
    expect(page.get_by_label("Title")).not_to_have_value(title)
    assert Proposal.objects.open().count() == waiting - 1
    page.goto(f"{site}/?q=checked")
    expect(page.get_by_role("link", name=title)).to_be_visible()


def test_curator_works_by_keyboard_and_axe_is_content(site, page):
    sign_in(page, site)
    page.goto(f"{site}/admin/timeline/proposal/review/")
    assert violations(page) == []
    title = page.get_by_label("Title").input_value()
    page.keyboard.press("n")
    expect(page.get_by_label("Title")).not_to_have_value(title)
