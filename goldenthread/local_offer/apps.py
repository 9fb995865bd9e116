from django.apps import AppConfig


class LocalOfferConfig(AppConfig):
    name = "goldenthread.local_offer"
