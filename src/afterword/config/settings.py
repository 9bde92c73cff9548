"""Django's settings: one user on this machine by default, PostgreSQL by one setting."""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, unquote, urlsplit

from afterword.config import env, mark

ENVIRONMENT = env.read()
HOME = env.make_home(ENVIRONMENT.home)
PACKAGE = Path(__file__).resolve().parent.parent

#: In a database that homes share, an account is the home's whose mark it bears (members/models.py).
HOME_MARK, HOME_WAS_HERE = "", False
if ENVIRONMENT.database != "sqlite":
    # Before the key is made: who has one already was here before there were marks.
    _mark = mark.of_home(HOME, used=(HOME / env.SECRET).exists())
    # And the invented search takes over nobody's casebook.
    HOME_MARK, HOME_WAS_HERE = _mark.of, _mark.was_here and HOME.name != env.DEMO

SECRET_KEY = env.secret_key(HOME)
DEBUG = ENVIRONMENT.debug
# The door (faces/door.py) checks Host against the port we really listen on; this is the second lock.
ALLOWED_HOSTS = ["127.0.0.1", "localhost", "[::1]"]

INSTALLED_APPS = [
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django_htmx",
    "template_partials",
    "csp",
    "django_tasks",
    "afterword.members",
    "afterword.casebook",
    "afterword.faces.web",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "afterword.faces.door.Door",
    "afterword.faces.web.only_a_form.OnlyAForm",
]

ROOT_URLCONF = "afterword.config.urls"
WSGI_APPLICATION = "afterword.config.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.template.context_processors.i18n",
                "django.contrib.messages.context_processors.messages",
            ],
        },
    }
]


def _database(address: str) -> dict[str, Any]:
    if address == "sqlite":
        return {
            "ENGINE": "django.db.backends.sqlite3",
            "NAME": HOME / "afterword.sqlite3",
            "OPTIONS": {
                # IMMEDIATE: two writers queue up instead of failing half way through.
                "transaction_mode": "IMMEDIATE",
                "timeout": 20,
                "init_command": (
                    "PRAGMA journal_mode=WAL;PRAGMA synchronous=NORMAL;"
                    "PRAGMA mmap_size=134217728;PRAGMA foreign_keys=ON;"
                ),
            },
        }
    parts = urlsplit(address)
    asked = {key: said[-1] for key, said in parse_qs(parts.query).items()}
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": parts.path.lstrip("/"),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        # A socket's folder stands in the query, as libpq writes it: postgresql:///name?host=/run
        "HOST": parts.hostname or asked.pop("host", ""),
        "PORT": str(parts.port or ""),
        "CONN_MAX_AGE": 60,
        "OPTIONS": {key: said for key, said in asked.items() if key in env.DATABASE_OPTIONS},
    }


DATABASES = {"default": _database(ENVIRONMENT.database)}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

SESSION_ENGINE = "django.contrib.sessions.backends.db"
# Cookies do not keep ports apart: the demo beside one's own casebook needs a name of its own.
_MARK = hashlib.sha256(str(HOME).encode()).hexdigest()[:8]
SESSION_COOKIE_NAME = f"afterword_{_MARK}"
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Strict"
SESSION_COOKIE_AGE = 60 * 60 * 24 * 30
CSRF_COOKIE_SAMESITE = "Strict"
CSRF_COOKIE_NAME = f"afterword_csrf_{_MARK}"
MESSAGE_STORAGE = "django.contrib.messages.storage.session.SessionStorage"
X_FRAME_OPTIONS = "DENY"
# Not "no-referrer": browsers would then send `Origin: null` with our own forms.
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CONTENT_TYPE_NOSNIFF = True

CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": ["'none'"],
        "script-src": ["'self'"],
        "style-src": ["'self'"],
        "img-src": ["'self'", "data:"],
        "font-src": ["'self'"],
        "connect-src": ["'self'"],
        "manifest-src": ["'self'"],
        "form-action": ["'self'"],
        "base-uri": ["'none'"],
        "frame-ancestors": ["'none'"],
        "object-src": ["'none'"],
    }
}

LANGUAGE_CODE = "en-gb"
LANGUAGES = [("en-gb", "English")]
USE_I18N = True
USE_TZ = True
TIME_ZONE = "UTC"
LOCALE_PATHS = [PACKAGE / "faces" / "web" / "locale"]

# Jobs lie in the casebook's own database; no queues to choose from, so any name is one.
TASKS = {"default": {"BACKEND": "afterword.faces.clockwork.OnTheDatabase", "QUEUES": []}}

STATIC_URL = "static/"
# Served straight from the package: nothing to collect, nothing to build.
WHITENOISE_USE_FINDERS = True
WHITENOISE_AUTOREFRESH = DEBUG
DATA_UPLOAD_MAX_MEMORY_SIZE = 20 * 1024 * 1024
FILE_UPLOAD_MAX_MEMORY_SIZE = 2 * 1024 * 1024
FILE_UPLOAD_TEMP_DIR = None

#: Mail text and addresses never reach the log: only our own sentences do.
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"plain": {"format": "%(levelname)s %(name)s: %(message)s"}},
    "filters": {"no addresses": {"()": "afterword.config.quiet_log.NoAddresses"}},
    "handlers": {
        "stderr": {
            "class": "logging.StreamHandler",
            "formatter": "plain",
            "filters": ["no addresses"],
        }
    },
    # Django's own handlers would write beside ours, and whole addresses.
    "loggers": {name: {"handlers": [], "propagate": True} for name in ("django", "django.server")},
    "root": {"handlers": ["stderr"], "level": "WARNING"},
}
