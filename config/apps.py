"""Django's admin with the curators' desk as its site."""

from django.contrib.admin import apps as admin_apps


class DeskAdminConfig(admin_apps.AdminConfig):
    default_site = "config.admin.DeskSite"
