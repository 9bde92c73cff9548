"""What templates need to set words on paper: quotations, icons, tags, one-button forms, fields."""

from __future__ import annotations

import re
from typing import Any

from django import template
from django.forms import BoundField
from django.forms.widgets import CheckboxInput, CheckboxSelectMultiple, RadioSelect
from django.templatetags.static import static
from django.utils.html import escape, format_html
from django.utils.safestring import SafeString, mark_safe

register = template.Library()

SPRITE = "web/vendor/lucide-1.62.0/icons.svg"
QUOTATION = re.compile(r"“[^”]*”")


@register.filter
def quoted(text: str) -> SafeString:
    """The text with every “quotation” set in the letter's type; everything else is escaped."""
    # Escaping first keeps a hostile mail harmless: curly quotes are no HTML, so they survive it.
    safe = QUOTATION.sub(lambda m: f'<em class="quote">{m[0]}</em>', str(escape(text)))
    return mark_safe(safe)


@register.filter
def outward(url: str) -> str:
    """The address where it leads to the open web; "" for a script or a file that calls itself one."""
    return url if url.lower().startswith(("https://", "http://")) else ""


@register.simple_tag
def icon(name: str) -> SafeString:
    """An icon of the sprite; decoration only, the words stand beside it."""
    return format_html(
        '<svg class="icon" aria-hidden="true" focusable="false"><use href="{}#{}"></use></svg>',
        static(SPRITE),
        name,
    )


@register.inclusion_tag("parts/tag.html")
def tag(given: Any) -> dict[str, Any]:
    return {"tag": given}


@register.inclusion_tag("parts/act.html", takes_context=True)
def act(context: template.Context, given: Any) -> dict[str, Any]:
    """A thing to do: a link, or a form of one button that works without a script."""
    return {"act": given, "csrf_token": context.get("csrf_token")}


#: Choices longer than this stand one a line.
SIDE_BY_SIDE = 32


@register.inclusion_tag("parts/field.html")
def field(bound: BoundField) -> dict[str, Any]:
    """A field with its label, its help and what is wrong with it."""
    widget = bound.field.widget
    many = isinstance(widget, RadioSelect | CheckboxSelectMultiple)
    # Words stand side by side; sentences one a line.
    long = many and any(len(str(label)) > SIDE_BY_SIDE for _value, label in widget.choices)
    one_box = isinstance(widget, CheckboxInput)
    return {"field": bound, "many": many, "one_box": one_box, "long": long}
