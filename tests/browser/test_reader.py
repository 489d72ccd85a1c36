"""What a reader does: look, narrow, open, check."""

import re

from playwright.sync_api import expect


def test_reader_finds_an_event_and_checks_its_passage(site, page):
    page.goto(site)
    expect(page.get_by_role("heading", name="31 events")).to_be_visible()

    page.get_by_role("link", name=re.compile(r"^United Kingdom\b")).first.click()
    expect(page).to_have_url(re.compile("actor=united-kingdom"))
    page.get_by_role("link", name=re.compile(r"^Espionage\b")).first.click()
    expect(page).to_have_url(re.compile("theme=espionage"))
    expect(page.get_by_role("heading", name="3 events")).to_be_visible()

    page.get_by_role("link", name="MI5 alerts MPs and peers to Chinese recruitment by LinkedIn").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("MI5 alerts MPs and peers")
    expect(page.get_by_text("This statement comes in response to").first).to_be_visible()

    page.get_by_role("link", name=re.compile("in (its|the) document", re.IGNORECASE)).first.click()
    anchor = page.url.split("#")[1]
    assert re.fullmatch(r"p\d+", anchor)
    passage = page.locator(f"#{anchor}")
    expect(passage).to_have_count(1)
    expect(passage).to_be_in_viewport()
    expect(passage).to_contain_text("MI5")


def test_reader_without_javascript_gets_everything(site, chromium):
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{site}/?actor=china&theme=cyber-security")
    expect(page.get_by_role("heading", name=re.compile(r"\d+ events"))).to_be_visible()
    page.locator("svg a").first.click()
    expect(page).to_have_url(re.compile("from="))
    page.goto(site)
    page.get_by_role("searchbox").first.fill("slander")
    page.keyboard.press("Enter")
    expect(page.get_by_role("link", name="China denies the hacking accusations as slander")).to_be_visible()
    context.close()


def test_back_button_returns_to_the_wider_list(site, page):
    page.goto(site)
    page.get_by_role("link", name=re.compile(r"^Espionage\b")).first.click()
    expect(page.get_by_role("heading", name="3 events")).to_be_visible()
    page.go_back()
    expect(page.get_by_role("heading", name="31 events")).to_be_visible()


def test_reader_gets_no_cookie(site, page):
    page.goto(site)
    page.goto(f"{site}/method/")
    assert page.context.cookies() == []


def test_nothing_sticks_out_on_a_narrow_screen(site, page):
    page.set_viewport_size({"width": 320, "height": 640})
    for path in ("/", "/actors/", "/themes/", "/documents/", "/method/"):
        page.goto(site + path)
        assert page.evaluate("document.documentElement.scrollWidth") <= 320, path
