"""Library files come by package install; they are the official ones, served by this site itself."""

import base64
import hashlib
from pathlib import Path

import pytest
from django.contrib.staticfiles import finders
from django.template import engines

# What Bootstrap's own pages give as the integrity of version 4.6.2.
OFFICIAL = {
    "bootstrap/css/bootstrap.min.css": "xOolHFLEh07PJGoPkLv1IbcEPTNtaed2xpHsD9ESMhqIYd0nLMwNLD69Npy4HI+N",
    "bootstrap/js/bootstrap.bundle.min.js": "Fy6S3B9q64WdZWQUiU+q4/2Lc9npb8tCaSX9FK7E8HnRr0Jz8D6OP9dO5Vg3Q9ct",
}


@pytest.mark.parametrize("path", OFFICIAL)
def test_bootstrap_is_the_official_one(path):
    data = Path(finders.find(path)).read_bytes()
    assert base64.b64encode(hashlib.sha384(data).digest()).decode() == OFFICIAL[path]


def test_bootstrap_is_asked_of_this_site():
    html = engines["django"].from_string("{% load bootstrap4 %}{% bootstrap_css %}").render()
    assert 'href="/static/bootstrap/css/bootstrap.min.css"' in html and "//" not in html.replace("</", "")
