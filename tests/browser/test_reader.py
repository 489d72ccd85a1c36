"""What a reader does: look, narrow, open, check."""

import re

from playwright.sync_api import expect

from timeline.models import Event


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
    number = re.fullmatch(r".*#p(\d+)", page.url)[1]
    marks = page.locator(f'mark[data-p~="{number}"]')
    expect(page.locator(f"#p{number}")).to_be_in_viewport()
    expect(marks.first).to_be_visible()
    assert "MI5" in "".join(marks.all_inner_texts())
    named = colours(marks)
    page.evaluate("location.hash = ''")
    assert named.isdisjoint(colours(marks))


def colours(marks) -> set[str]:
    """The colours behind the marks."""
    return set(marks.evaluate_all("all => all.map(mark => getComputedStyle(mark).backgroundColor)"))


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


def test_dragging_over_the_chart_chooses_a_period(site, page):
    page.goto(site)
    chart = page.locator("svg.chart").bounding_box()
    middle = chart["y"] + chart["height"] / 2
    page.mouse.move(chart["x"] + chart["width"] * 0.2, middle)
    page.mouse.down()
    page.mouse.move(chart["x"] + chart["width"] * 0.6, middle, steps=5)
    page.mouse.up()
    expect(page).to_have_url(re.compile(r"from=\d{4}-\d\d-\d\d&to=\d{4}-\d\d-\d\d"))
    expect(page.get_by_role("heading", name="31 events")).to_have_count(0)


def test_nothing_sticks_out_on_narrow_and_wide_screens(site, page):
    event = Event.objects.public().first()
    document = event.primary_passage.text.document
    own = (event.get_absolute_url(), document.get_absolute_url(), "/actors/china/", "/all/actors/")
    for path in ("/", "/actors/", "/themes/", "/documents/", "/method/", *own):
        page.goto(site + path)
        for width in (320, 1600):
            page.set_viewport_size({"width": width, "height": 640})
            assert page.evaluate("document.documentElement.scrollWidth") <= width, (path, width)


def test_paper_gets_the_record_and_its_evidence_alone(site, page):
    page.emulate_media(media="print")
    page.goto(site)
    expect(page.locator(".masthead nav")).to_be_hidden()
    expect(page.locator(".facets")).to_be_hidden()
    expect(page.locator(".ev").first).to_be_visible()
    page.goto(site + Event.objects.public().first().get_absolute_url())
    expect(page.locator(".masthead nav")).to_be_hidden()
    expect(page.locator(".panel .text").first).to_be_visible()
    expect(page.locator(".panel footer").first).to_be_hidden()
