"""Every address of the site."""

from django.contrib import admin
from django.urls import include, path

from config.views import healthz, readyz
from timeline.public import public_documents, public_passages

urlpatterns = [
    path("", include("timeline.urls")),
    # Articles know nothing of events: what of them is public is handed to their views here.
    path(
        "documents/",
        include("articles.urls"),
        {"public_documents": public_documents, "public_passages": public_passages},
    ),
    path("admin/", admin.site.urls),
    path("healthz", healthz),
    path("readyz", readyz),
]
