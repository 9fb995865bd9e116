from django.urls import path

from .views import area, terms

urlpatterns = [
    path("area/", area.area, name="area"),
    path("organisations/<uuid:organisation>/", area.organisation, name="organisation"),
    path("terms/", terms.terms, name="terms"),
    path("terms/add/", terms.adding_term, name="add_term"),
    path("terms/<uuid:term>/remove/", terms.removing_term, name="remove_term"),
    path("terms/closures/add/", terms.adding_closure, name="add_closure"),
    path("terms/closures/<uuid:closure>/remove/", terms.removing_closure, name="remove_closure"),
]
