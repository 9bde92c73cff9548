"""Addresses of adverts that are kept, and of the browser that hands them in; part of `urls.py`."""

from django.urls import path

from afterword.faces.web.views import browser, roles

urlpatterns = [
    path("roles/", roles.roles, name="roles"),
    path("roles/link/", roles.link, name="role-link"),
    path("roles/text/", roles.text, name="role-text"),
    path("roles/file/", roles.file, name="role-file"),
    path("roles/<uuid:key>/", roles.role, name="role"),
    path("roles/<uuid:key>/case/", roles.role_case, name="role-case"),
    path("roles/<uuid:key>/lead/", roles.role_lead, name="role-lead"),
    path("roles/<uuid:key>/again/", roles.role_again, name="role-again"),
    path("roles/<uuid:key>/drop/", roles.role_drop, name="role-drop"),
    path("settings/browser/", browser.browser, name="browser"),
    path("settings/browser/key/", browser.key, name="browser-key"),
    path("settings/browser/off/", browser.off, name="browser-off"),
]
