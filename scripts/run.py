"""Show Meervoud on this machine: prepare the database, then web server and worker together until Ctrl-C.

``HOST`` (127.0.0.1), ``PORT`` (8000) and ``DATABASE_URL`` (a file in ``var/``) come from the environment.
A worker that crashes is started again, each time after a longer wait. When one of the two is gone for good
the other is stopped as well: half a platform is worse than none.
"""

from __future__ import annotations

import http.client
import os
import shutil
import signal
import socket
import subprocess
import sys
import threading
import time
from dataclasses import dataclass, field
from types import FrameType

HOST = os.environ.get("HOST") or "127.0.0.1"
PORT = os.environ.get("PORT") or "8000"
HEALTHY_AFTER_SECONDS = 60.0
MOST_RESTARTS = 5
STOP_SECONDS = 5.0
READY_SECONDS = 60.0

# uvicorn would believe any program on this machine about where a visitor comes from, and with that the limit on
# wrong passwords could be evaded; only whoever has a proxy in front says so, with this variable of uvicorn's.
PROXY = [] if os.environ.get("FORWARDED_ALLOW_IPS") else ["--no-proxy-headers"]
WEB = [
    "-m", "uvicorn", "meervoud_web.config.asgi:application", "--host", HOST, "--port", PORT,
    "--log-level", "warning", "--timeout-graceful-shutdown", "3", *PROXY,
]  # fmt: skip
WORKER = ["manage.py", "db_worker", "--no-reload", "--interval", "0.5", "--verbosity", "0"]


@dataclass
class Part:
    """One of the two processes, and how often it had to be started again."""

    name: str
    arguments: list[str]
    restarts_allowed: int
    restarts: int = 0
    started: float = 0.0
    wait_until: float = 0.0
    process: subprocess.Popen[bytes] | None = field(default=None, repr=False)

    def start(self) -> None:
        # A session of its own: Ctrl-C reaches the supervisor alone, which then stops both in good order.
        self.process = subprocess.Popen(
            [*_die_with_me(), sys.executable, *self.arguments], start_new_session=True, env=_environment()
        )
        self.started = time.monotonic()

    def look_after(self) -> bool:
        """Start it again when it crashed and may; false when it is gone for good."""
        now = time.monotonic()
        if self.process is None:
            if now >= self.wait_until:
                self.start()
            return True
        code = self.process.poll()
        if code is None:
            return True
        if now - self.started > HEALTHY_AFTER_SECONDS:
            self.restarts = 0
        if self.restarts >= self.restarts_allowed:
            say(f"The {self.name} ended (exit {code}) and does not come back.")
            return False
        pause = 2.0**self.restarts
        self.restarts += 1
        say(f"The {self.name} ended (exit {code}); it starts again in {pause:.0f} s.")
        self.process, self.wait_until = None, now + pause
        return True

    def signal(self, number: signal.Signals) -> None:
        if self.process is not None and self.process.poll() is None:
            self.process.send_signal(number)

    def ended_within(self, seconds: float) -> bool:
        if self.process is None:
            return True
        try:
            self.process.wait(timeout=max(seconds, 0.0))
        except subprocess.TimeoutExpired:
            return False
        return True


def _die_with_me() -> list[str]:
    """On Linux the kernel stops the children even when this supervisor is killed outright."""
    setpriv = shutil.which("setpriv")
    return [setpriv, "--pdeathsig", "TERM", "--"] if setpriv else []


def _environment() -> dict[str, str]:
    return {**os.environ, "PYTHONUNBUFFERED": "1", "DJANGO_SETTINGS_MODULE": "meervoud_web.config.settings"}


def say(text: str) -> None:
    print(text, flush=True)


def why_not_here() -> str | None:
    """One clear line when nothing can listen at HOST:PORT."""
    if not PORT.isdigit() or not 0 < int(PORT) < 65536:
        return f"PORT is {PORT!r}; it must be a number from 1 to 65535."
    family = socket.AF_INET6 if ":" in HOST else socket.AF_INET
    with socket.socket(family, socket.SOCK_STREAM) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((HOST, int(PORT)))
        except OSError as error:
            return f"Cannot listen on {HOST}:{PORT} ({error.strerror}). Choose another port: PORT=8001 make run"
    return None


def prepare_database() -> int:
    """Make the tables and the example. Of two that start at the same moment the second one waits for the first."""
    arguments = [sys.executable, "manage.py", "load_example", "--if-empty"]
    return subprocess.run(arguments, check=False, env=_environment()).returncode


def announce_when_ready() -> None:
    """Say where it is only once it really answers."""
    host = "127.0.0.1" if HOST in ("0.0.0.0", "::") else HOST  # noqa: S104 compared, not bound
    end = time.monotonic() + READY_SECONDS
    while time.monotonic() < end and not _answers(host):
        time.sleep(0.1)
    shown = f"[{host}]" if ":" in host else host
    say(f"\n  Meervoud is ready:  http://{shown}:{PORT}/\n  Stop with Ctrl-C.\n")


def _answers(host: str) -> bool:
    asked = http.client.HTTPConnection(host, int(PORT), timeout=10)
    try:
        asked.request("GET", "/")
        return asked.getresponse().status > 0
    except OSError:
        return False
    finally:
        asked.close()


def watch(parts: list[Part], stopping: threading.Event) -> int:
    for part in parts:
        part.start()
    threading.Thread(target=announce_when_ready, daemon=True).start()
    while not stopping.wait(0.2):
        if not all(part.look_after() for part in parts):
            return 1
    return 0


def stop(parts: list[Part]) -> None:
    """Ask, ask again (the worker then leaves its task, which is run again later), and end what remains."""
    for number in (signal.SIGTERM, signal.SIGTERM, signal.SIGKILL):
        for part in parts:
            part.signal(number)
        end = time.monotonic() + STOP_SECONDS
        waited = [part.ended_within(end - time.monotonic()) for part in parts]
        if all(waited):
            return


def main() -> int:
    if reason := why_not_here():
        print(reason, file=sys.stderr)
        return 1
    if code := prepare_database():
        return code
    stopping = threading.Event()

    def on_signal(_number: int, _frame: FrameType | None) -> None:
        stopping.set()

    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, on_signal)
    parts = [
        Part("web server", WEB, restarts_allowed=0),
        Part("worker", WORKER, restarts_allowed=MOST_RESTARTS),
    ]
    try:
        code = watch(parts, stopping)
    finally:
        stop(parts)
    say("Stopped.")
    return code


if __name__ == "__main__":
    os.chdir(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))  # noqa: PTH120, PTH100
    sys.exit(main())
