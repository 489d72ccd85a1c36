"""The addresses of the sources. Their views are given what of them is public (config/urls.py)."""

from django.urls import path

from articles import views

app_name = "articles"
urlpatterns = [
    path("", views.documents, name="documents"),
    path("<slug:slug>/", views.document, name="document"),
]
