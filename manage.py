"""Django's command line. People use `./run manage …`, which finds the environment and the database."""

import os
import sys

if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "goldenthread.settings.production")
    from django.core.management import execute_from_command_line

    execute_from_command_line(sys.argv)
