"""Addresses of one's own data: out, back, the copies; part of `urls.py`."""

from django.urls import path

from afterword.faces.web.views import data

urlpatterns = [
    path("settings/data/", data.your_data, name="data"),
    path("settings/data/bring-back/", data.bring_back, name="bring-back"),
    path("settings/data/tables.zip", data.csv_tables, name="tables"),
    path("settings/data/going-back/", data.restore, name="restore"),
    path("settings/data/copy/check/", data.copy_check, name="copy-check"),
    path("settings/data/copy/remove/", data.copy_remove, name="copy-remove"),
    path("settings/export.zip", data.export, name="export"),
    path("settings/backup/", data.backup, name="backup"),
]
