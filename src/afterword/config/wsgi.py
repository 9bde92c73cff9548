"""The program as a WSGI application, for granian."""

import os
import threading

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "afterword.config.settings")
application = get_wsgi_application()


def _wind_the_clock() -> None:
    from afterword.faces import worker

    worker.begin()


# Beside the first page, not before it.
_timer = threading.Timer(3, _wind_the_clock)
_timer.daemon = True
_timer.start()
