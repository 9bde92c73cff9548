"""Which addresses there are: the door first, then the pages."""

from django.urls import include, path

from afterword.faces import door, feed, from_browser

urlpatterns = [
    path("open/<str:token>/", door.open_with_link, name="open"),
    path("health", door.health, name="health"),
    path("feed/<str:token>.ics", feed.calendar, name="feed"),
    path("from-browser/page", from_browser.page, name="from-browser"),
    path("from-browser/bookmark", from_browser.bookmark, name="from-bookmark"),
    path("", include("afterword.faces.web.urls")),
]

handler400 = "afterword.faces.web.views.errors.refused"
handler403 = "afterword.faces.web.views.errors.forbidden"
handler404 = "afterword.faces.web.views.errors.not_found"
handler500 = "afterword.faces.web.views.errors.broken"
