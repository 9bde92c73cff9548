from django.apps import AppConfig


class MembersConfig(AppConfig):
    name = "afterword.members"
    label = "members"
