"""Addresses of what is brought in; part of `urls.py`."""

from django.urls import path

from afterword.faces.web.views import bringing

urlpatterns = [
    path("bring/", bringing.bring, name="bring"),
    path("bring/file/", bringing.file, name="bring-file"),
    path("bring/pasted/", bringing.pasted, name="bring-pasted"),
    path("bring/files/<uuid:key>/", bringing.brought, name="brought"),
    path("bring/files/<uuid:key>/columns/", bringing.columns, name="brought-columns"),
    path("bring/files/<uuid:key>/leave/", bringing.leave, name="brought-leave"),
    path("bring/files/<uuid:key>/back/", bringing.brought_undo, name="brought-undo"),
    path("bring/places/", bringing.place_add, name="place-add"),
    path("bring/places/<uuid:key>/read/", bringing.place_read, name="place-read"),
    path("bring/places/<uuid:key>/forget/", bringing.place_forget, name="place-forget"),
    path("bring/feed/", bringing.feed_on, name="feed-on"),
    path("bring/feed/off/", bringing.feed_off, name="feed-off"),
    path("people/twice/", bringing.twice, name="twice"),
    path("people/twice/join/", bringing.twice_join, name="twice-join"),
    path("people/twice/apart/", bringing.twice_apart, name="twice-apart"),
    path("stories/proposed/", bringing.proposed, name="proposed"),
    path("stories/proposed/<uuid:key>/keep/", bringing.proposed_keep, name="proposed-keep"),
    path("stories/proposed/<uuid:key>/change/", bringing.proposed_change, name="proposed-change"),
    path("stories/proposed/<uuid:key>/no/", bringing.proposed_no, name="proposed-no"),
]
