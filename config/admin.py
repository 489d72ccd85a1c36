"""The admin site as the curators' desk."""

from django.contrib import admin


class DeskSite(admin.AdminSite):
    site_header = "Curator’s desk"
    site_title = "Curator’s desk"
    index_title = "What waits"
