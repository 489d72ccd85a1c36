"""The review queue in a browser: keys, no page load between two decisions, and nothing typed is ever lost."""

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import violations
from tests.makers import make_actor, make_event, make_proposal, make_text, make_user
from timeline import curation
from timeline.models import Event, Proposal

PASSWORD = "a long and private sentence"


@pytest.fixture
def site(transactional_db, live_server):
    """The address of a server with one event and four proposals."""
    text = make_text()
    make_event(text, words="Ministers met in London.", actors=[(make_actor(), "source")])
    for sentence in ("China denied the claims on 3 May 2016.", "The pact covers trade."):
        make_proposal(text, words=sentence)
        make_proposal(make_text(), words=sentence)
    return live_server.url


@pytest.fixture
def queue(site, page):
    """The page of a curator who is signed in and sees the first proposal."""
    make_user("ada", group="curator", password=PASSWORD)
    page.goto(f"{site}/admin/login/?next=/admin/timeline/proposal/review/")
    page.get_by_label("Username").fill("ada")
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name="Log in").click()
    expect(page.locator(".desk-scripted")).to_be_attached()
    page.evaluate("window.loadedOnce = true")
    return page


def number(page):
    return page.locator(".desk-card-head span").first


def press(page, key):
    """Press the key and wait until another proposal is shown."""
    before = number(page).inner_text()
    page.keyboard.press(key)
    expect(number(page)).not_to_have_text(before)
    return before


def forget_refusals(page):
    """Chromium logs an answer of 4xx as an error of the page; here it is what the test is about."""
    page.faults[:] = [fault for fault in page.faults if "the server responded with a status of 4" not in fault]


def test_decisions_follow_each_other_by_keys_without_a_page_load(queue):
    first = press(queue, "n")
    second = press(queue, "p")
    queue.keyboard.press("r")
    expect(queue.get_by_label("Reason", exact=True)).to_be_focused()
    queue.keyboard.press("ArrowDown")
    third = press(queue, "Enter")
    press(queue, "u")
    expect(number(queue)).to_have_text(third)
    press(queue, "u")
    expect(number(queue)).to_have_text(second)
    assert first != second != third
    assert queue.evaluate("window.loadedOnce")


def test_keys_are_letters_inside_a_field(queue):
    title = queue.get_by_label("Title")
    title.fill("")
    queue.keyboard.press("Escape")
    queue.keyboard.press("e")
    queue.keyboard.type("pnr")
    expect(title).to_have_value("pnr")
    queue.keyboard.press("Escape")
    press(queue, "n")


def test_a_date_is_read_and_an_actor_row_added_while_typing(queue):
    queue.get_by_label("Date", exact=True).fill("c. June 2025")
    expect(queue.locator("#date-read")).to_have_text("c. June 2025 (2025-06~)")
    rows = queue.locator(".desk-actor")
    count = rows.count()
    queue.get_by_label("Actor", exact=True).last.fill("Zhongnanhai")
    queue.keyboard.press("Tab")
    expect(rows).to_have_count(count + 1)


def test_the_faster_curator_leaves_the_slower_ones_words_beside_the_event(queue):
    proposal = Proposal.objects.open().surest_first().first()
    queue.get_by_label("Title").fill("Words of the slower one")
    queue.keyboard.press("Escape")
    curation.accept(proposal, version=proposal.version, by=make_user("grace"))
    queue.keyboard.press("p")
    expect(queue.get_by_role("heading", name="Somebody else changed this event")).to_be_visible()
    forget_refusals(queue)
    assert violations(queue) == []
    queue.get_by_role("button", name="Save what I wrote").click()
    expect(queue.get_by_role("heading", name="Words of the slower one")).to_be_visible()
    assert Event.objects.get(origin_proposal=proposal).title == "Words of the slower one"


def test_who_is_signed_out_meanwhile_keeps_their_words(queue):
    queue.get_by_label("Title").fill("Not to be lost")
    queue.keyboard.press("Escape")
    queue.context.clear_cookies()
    queue.keyboard.press("p")
    expect(queue.get_by_role("alert")).to_contain_text("what you typed is still here")
    expect(queue.get_by_label("Title")).to_have_value("Not to be lost")
    forget_refusals(queue)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_form_of_an_event_suits_axe(queue, site, scheme):
    queue.emulate_media(color_scheme=scheme)
    queue.goto(f"{site}/admin/timeline/event/{Event.objects.public().first().pk}/change/")
    assert violations(queue) == []


@pytest.mark.parametrize("address", ["", "timeline/proposal/review/", "timeline/event/add/"])
def test_the_desk_fits_a_narrow_telephone(queue, site, address):
    queue.set_viewport_size({"width": 320, "height": 640})
    queue.goto(f"{site}/admin/{address}")
    assert queue.evaluate("document.documentElement.scrollWidth") == 320
