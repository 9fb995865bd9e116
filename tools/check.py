"""What `./run check` looks at, and what `./run fix` can mend. Each line is one program; all are run, then judged."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
BIN = Path(sys.executable).parent

CHECKS = (
    ("style", ["ruff", "check", "."]),
    ("layout", ["ruff", "format", "--check", "."]),
    ("types", ["mypy", "goldenthread", "sendlaw", "local_postgres.py"]),
    ("import order", ["lint-imports"]),
    ("templates", ["djlint", "goldenthread", "--lint", "--quiet"]),
    ("migrations", ["python", "manage.py", "makemigrations", "--check", "--dry-run"]),
    ("generated documents", ["python", "tools/generated.py", "--check"]),
    ("messages", ["python", "tools/messages.py", "--check"]),
)
FIXES = (
    ("style", ["ruff", "check", "--fix", "."]),
    ("layout", ["ruff", "format", "."]),
    ("generated documents", ["python", "tools/generated.py"]),
    ("messages", ["python", "tools/messages.py"]),
)


def run(command: list[str], environment: dict[str, str]) -> subprocess.CompletedProcess[str]:
    words = [str(BIN / command[0]), *command[1:]]
    return subprocess.run(words, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)


def main() -> int:
    from local_postgres import TESTS

    with TESTS.in_use():
        TESTS.create_database("check")
        environment = os.environ | {
            "DJANGO_SETTINGS_MODULE": "goldenthread.settings.test",
            "DATABASE_URL": TESTS.url("owner", "check"),
        }
        failed = []
        for name, command in FIXES if "--fix" in sys.argv else CHECKS:
            done = run(command, environment)
            print(f"  {name}: {'in order' if done.returncode == 0 else 'NOT in order'}", flush=True)
            if done.returncode:
                failed.append(name)
                print(done.stdout + done.stderr)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
