"""Addresses of what moves outside: the watches, feeds, sightings."""

from django.urls import path

from afterword.faces.web.views import watches

urlpatterns = [
    path("watches/", watches.page, name="watches"),
    path("watches/feeds/", watches.feed_add, name="feed-add"),
    path("watches/feeds/<uuid:key>/leave/", watches.feed_leave, name="feed-leave"),
    path("watches/feeds/<uuid:key>/again/", watches.feed_again, name="feed-again"),
    path("sightings/<uuid:key>/away/", watches.away, name="sighting-away"),
    path("sightings/<uuid:key>/back/", watches.back, name="sighting-back"),
    path("sightings/<uuid:key>/drop/", watches.drop, name="sighting-drop"),
]
