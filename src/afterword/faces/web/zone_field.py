"""A time zone, typed: the field narrows the list as one types, and works without JavaScript."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.html import format_html, format_html_join

from afterword.faces.web import zones


class ZoneInput(forms.TextInput):
    """A field to type a place in, with all of them to choose from: four hundred are not for scrolling."""

    def render(self, name: str, value: Any, attrs: Any = None, renderer: Any = None) -> Any:
        key = f"{name}-places"
        field = super().render(name, value, {**(attrs or {}), "list": key}, renderer)
        rows = [one for _region, group in zones.choices(str(value or "")) for one in group]
        options = format_html_join("", '<option value="{}">{}</option>', rows)
        return format_html('{}<datalist id="{}">{}</datalist>', field, key, options)
