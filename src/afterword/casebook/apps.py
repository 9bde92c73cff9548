"""The casebook as Django knows it."""

from __future__ import annotations

from django.apps import AppConfig


class CasebookConfig(AppConfig):
    name = "afterword.casebook"
    label = "casebook"
    verbose_name = "Casebook"
