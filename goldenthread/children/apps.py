from django.apps import AppConfig


class ChildrenConfig(AppConfig):
    name = "goldenthread.children"

    def ready(self) -> None:
        from . import permissions, scopes  # noqa: F401  (they register themselves)
