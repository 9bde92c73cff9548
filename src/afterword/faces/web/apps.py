from django.apps import AppConfig


class WebConfig(AppConfig):
    name = "afterword.faces.web"
    label = "web"
