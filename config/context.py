"""What every template may say about this installation."""

from django.conf import settings

# The sections of the masthead by the names of their addresses.
SECTIONS = (
    ("timeline:timeline", "Timeline"),
    ("timeline:actors", "Actors"),
    ("timeline:themes", "Themes"),
    ("articles:documents", "Documents"),
    ("timeline:method", "Method"),
)
SECTION_OF_VIEW = {
    "timeline:event": "timeline:timeline",
    "timeline:event-by-number": "timeline:timeline",
    "timeline:facet": "timeline:timeline",
    "timeline:actor": "timeline:actors",
    "timeline:theme": "timeline:themes",
    "articles:document": "articles:documents",
}


def site(request):
    return {
        "site_name": settings.SITE_NAME,
        "site_url": settings.SITE_URL,
        "corrections_email": settings.CORRECTIONS_EMAIL,
        "sections": SECTIONS,
        "section": _section(request),
    }


def _section(request) -> str:
    """The section in which the page stands; an address that leads nowhere is in none."""
    name = request.resolver_match.view_name if request.resolver_match else ""
    return SECTION_OF_VIEW.get(name, name)
