"""The addresses of the timeline."""

from django.contrib.sitemaps.views import sitemap
from django.urls import path
from django.views.decorators.http import require_safe

from timeline import views
from timeline.feeds import EventFeed
from timeline.sitemaps import SITEMAPS

app_name = "timeline"
urlpatterns = [
    path("", views.timeline, name="timeline"),
    path("all/<str:facet>/", views.facet, name="facet"),
    path("events.csv", views.csv, name="csv"),
    path("events.json", views.json, name="json"),
    path("feed.atom", require_safe(EventFeed()), name="feed"),
    path("events/<int:pk>/", views.event, name="event-by-number"),
    path("events/<int:pk>/<slug:slug>/", views.event, name="event"),
    path("actors/", views.actors, name="actors"),
    path("actors/<slug:slug>/", views.actor, name="actor"),
    path("themes/", views.themes, name="themes"),
    path("themes/<slug:slug>/", views.theme, name="theme"),
    path("method/", views.method, name="method"),
    path("robots.txt", views.robots, name="robots"),
    path("sitemap.xml", sitemap, {"sitemaps": SITEMAPS}, name="sitemap"),
]
