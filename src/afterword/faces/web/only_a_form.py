"""A page for who comes by a link to an address that takes only forms: back after signing in, a reload."""

from __future__ import annotations

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse, HttpResponseNotAllowed
from django.shortcuts import render


class OnlyAForm:
    """An empty page says nothing; this one says that nothing was changed, and leads on."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        empty = isinstance(response, HttpResponseNotAllowed) and not response.content
        if request.method != "GET" or not empty:
            return response
        page = render(request, "405.html", status=405)
        page.headers["Allow"] = response.headers["Allow"]
        return page
