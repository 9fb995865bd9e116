from django.urls import path

from . import views
from .door import demo_door

urlpatterns = [
    path("", views.home, name="home"),
    path("hat/", views.choose_hat, name="choose_hat"),
    path("drafts/", views.drafts, name="drafts"),
    path("drafts/save/", views.save_draft, name="save_draft"),
    path("drafts/<uuid:draft>/throw-away/", views.throw_draft_away, name="throw_draft_away"),
    path("privacy/", views.privacy_notice, name="privacy_notice"),
    path("accessibility/", views.accessibility, name="accessibility"),
    path("demo/", demo_door, name="demo_door"),
    path("health/", views.health, name="health"),
]
