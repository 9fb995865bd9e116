"""Addresses of SEN Support: the family's, the setting's, and the sitting of a younger child."""

from django.urls import URLPattern, path

from .views import supervised
from .views.family import home, if_not, looked
from .views.family import plan as family_plan
from .views.family import reviews as family_reviews
from .views.family import words as family_words
from .views.family import worries as family_worries
from .views.setting import assessment, lists, plans, reviews, targets, worries

_MINE = "my-child/<uuid:child>"

family: list[URLPattern] = [
    path("my-child/", home.my_child, name="my_child"),
    path(f"{_MINE}/", home.my_child_page, name="my_child_page"),
    path(f"{_MINE}/thread/", home.my_thread, name="my_thread"),
    path(f"{_MINE}/agreed/", family_plan.my_agreed, name="my_agreed"),
    path(f"{_MINE}/agreed/<uuid:cycle>/", family_plan.my_agreed_plan, name="my_agreed_plan"),
    path(f"{_MINE}/agreed/<uuid:cycle>/answer/", family_plan.answer_my_plan, name="answer_my_plan"),
    path(f"{_MINE}/words/", family_words.my_words, name="my_words"),
    path(f"{_MINE}/words/add/", family_words.add_my_words, name="add_my_words"),
    path(f"{_MINE}/words/<uuid:words>/mend/", family_words.mend_my_words, name="mend_my_words"),
    path(f"{_MINE}/worry/", family_worries.raise_my_worry, name="raise_my_worry"),
    path(f"{_MINE}/worries/", family_worries.my_worries, name="my_worries"),
    path(f"{_MINE}/worries/<uuid:concern>/", family_worries.my_worry, name="my_worry"),
    path(f"{_MINE}/reviews/", family_reviews.my_reviews, name="my_reviews"),
    path(f"{_MINE}/reviews/<uuid:review>/", family_reviews.my_review, name="my_review"),
    path(f"{_MINE}/reviews/<uuid:review>/say/", family_words.say_before_review, name="say_before_review"),
    path(f"{_MINE}/if-this-is-not-working/", if_not.if_not_working, name="if_not_working"),
    path("my-plan/", home.my_plan, name="my_plan"),
    path("my-plan/agreed/", home.my_promises, name="my_promises"),
    path("my-plan/next/", home.my_next, name="my_next"),
    path("my-plan/changed/", home.my_changes, name="my_changes"),
    path("children/<uuid:child>/who-has-looked/", looked.who_has_looked, name="who_has_looked"),
]

setting: list[URLPattern] = [
    path("worries/", lists.worries, name="worries"),
    path("worries/download/", lists.download_worries, name="download_worries"),
    path("worries/<uuid:concern>/", worries.worry, name="worry"),
    path("worries/<uuid:concern>/take/", worries.take_worry, name="take_worry"),
    path("worries/<uuid:concern>/decide/", worries.decide_worry, name="decide_worry"),
    path("worries/<uuid:concern>/look-again/", worries.look_at_worry_again, name="look_at_worry_again"),
    path("children/<uuid:child>/worries/", worries.child_worries, name="child_worries"),
    path("children/<uuid:child>/worry/", worries.raise_worry, name="raise_worry"),
    path("children/<uuid:child>/assessment/", assessment.assessment, name="assessment"),
    path("children/<uuid:child>/assessment/begin/", assessment.begin, name="begin_cycle"),
    path("children/<uuid:child>/words/add/", assessment.add_words_of, name="add_words"),
    path("words/<uuid:words>/mend/", assessment.mend_words_of, name="mend_words"),
    path("words/<uuid:words>/changed/", assessment.changed_by_words, name="changed_by_words"),
    path("children/<uuid:child>/measures/add/", assessment.add_measure, name="add_measure"),
    path("measures/<uuid:measure>/add/", assessment.add_figure, name="add_reading"),
    path("plans/<uuid:cycle>/shows/", assessment.write_what_it_shows, name="write_analysis"),
    path("plans/<uuid:cycle>/assessed/", assessment.finish, name="finish_assessment"),
    path("children/<uuid:child>/plan/", plans.child_plan, name="child_plan"),
    path("children/<uuid:child>/plan/running/", plans.enter_running, name="enter_running"),
    path("children/<uuid:child>/plan/meeting/", plans.note_meeting, name="note_meeting"),
    path("children/<uuid:child>/plan/report/", plans.note_report, name="note_report"),
    path("plans/<uuid:cycle>/", plans.plan, name="plan"),
    path("plans/<uuid:cycle>/print/", plans.print_plan, name="print_plan"),
    path("plans/<uuid:cycle>/start/", plans.start_plan, name="start_plan"),
    path("plans/<uuid:cycle>/told/", plans.tell, name="tell_parents"),
    path("plans/<uuid:cycle>/answer/", plans.note_answer, name="note_answer"),
    path("plans/<uuid:cycle>/targets/add/", targets.add_target, name="add_target"),
    path("targets/<uuid:target>/", targets.edit_target, name="edit_target"),
    path("targets/<uuid:target>/drop/", targets.remove_target, name="drop_target"),
    path("targets/<uuid:target>/help/add/", targets.add_dose, name="add_dose"),
    path("targets/<uuid:target>/help/<uuid:dose>/", targets.edit_dose, name="edit_dose"),
    path("targets/<uuid:target>/help/<uuid:dose>/stop/", targets.stop_help, name="stop_help"),
    path("reviews/", lists.reviews, name="reviews"),
    path("reviews/download/", lists.download_reviews, name="download_reviews"),
    path("reviews/<uuid:review>/", reviews.review, name="review"),
    path("reviews/<uuid:review>/print/", reviews.print_review, name="print_review"),
    path("reviews/<uuid:review>/arrange/", reviews.arrange, name="arrange_review"),
    path("reviews/<uuid:review>/hold/", reviews.hold, name="hold_review"),
    path("children/<uuid:child>/supervised-views/", supervised.start, name="supervised_views"),
]

sitting: list[URLPattern] = [
    path("my-views/", supervised.my_views, name="my_views"),
    path("my-views/good/", supervised.my_view_good, name="my_view_good"),
    path("my-views/hard/", supervised.my_view_hard, name="my_view_hard"),
    path("my-views/helps/", supervised.my_view_helps, name="my_view_helps"),
    path("my-views/next/", supervised.my_view_next, name="my_view_next"),
    path("my-views/finish/", supervised.finish_my_views, name="finish_my_views"),
]

urlpatterns = [*family, *setting, *sitting]
