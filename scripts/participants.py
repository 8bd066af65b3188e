"""Simulated participants, who react through the real pages as a browser does."""

from __future__ import annotations

import asyncio
import time
import uuid
from dataclasses import dataclass, field
from hashlib import sha256
from hmac import new as hmac
from urllib.parse import urlencode

from stack import Stack

ANSWERS = ("eens", "oneens", "weet-ik-niet")


@dataclass
class Tally:
    """What all participants together did and heard."""

    acknowledged: list[str] = field(default_factory=list)
    seconds: list[float] = field(default_factory=list)
    page_seconds: list[float] = field(default_factory=list)
    refused: list[int] = field(default_factory=list)
    broken: int = 0
    """Answers that never came: those reactions may count or not."""


def token_of(device: str, *, round_id: int, key: str) -> str:
    """The token of a form, as the page makes it."""
    secret = sha256(b"meervoud_web.rounds.form" + key.encode()).digest()
    return hmac(secret, f"{round_id}:{device}".encode(), "sha256").hexdigest()


class Connection:
    """One browser on one port."""

    def __init__(self, port: int) -> None:
        self.port = port
        self.streams: tuple[asyncio.StreamReader, asyncio.StreamWriter] | None = None

    async def ask(self, method: str, path: str, *, device: str, body: bytes = b"") -> int:
        """Send a request and read the whole answer; gives its status."""
        if self.streams is None:
            self.streams = await asyncio.open_connection("127.0.0.1", self.port)
        reader, writer = self.streams
        head = (
            f"{method} {path} HTTP/1.1\r\nHost: localhost\r\nCookie: deelnemer={device}\r\n"
            f"Content-Type: application/x-www-form-urlencoded\r\nContent-Length: {len(body)}\r\n\r\n"
        )
        writer.write(head.encode() + body)
        await writer.drain()
        answer = await reader.readuntil(b"\r\n\r\n")
        status = int(answer.split(b" ", 2)[1])
        for line in answer.lower().split(b"\r\n"):
            if line.startswith(b"content-length:"):
                await reader.readexactly(int(line.split(b":")[1]))
        return status

    def close(self) -> None:
        """Hang up."""
        if self.streams is not None:
            self.streams[1].close()
            self.streams = None


async def take_part(
    stack: Stack, *, number: int, tally: Tally, until: float, reads: bool, wait_for_return: bool = False
) -> None:
    """React to one statement after another, again and again, as one participant after another.

    ``reads``: get each statement before reacting. ``wait_for_return``: go on after the server was killed.
    """
    statements, code, turn = stack.round["statements"], stack.round["code"], 0
    connection = Connection(stack.ports[number % len(stack.ports)])
    device = token = ""
    while time.monotonic() < until:
        place = turn % len(statements)
        if place == 0:
            device = f"{number}-{turn}-{uuid.uuid4().hex}"
            token = token_of(device, round_id=stack.round["id"], key=stack.environment["MEERVOUD_SECRET_KEY"])
        form = {
            "token": token,
            "request_id": str(uuid.uuid4()),
            "stelling": statements[place],
            "reactie": ANSWERS[(number + place) % 3],
        }
        turn += 1
        try:
            if reads:
                began = time.monotonic()
                await connection.ask("GET", f"/r/{code}/stelling/", device=device)
                tally.page_seconds.append(time.monotonic() - began)
            began = time.monotonic()
            body = urlencode(form).encode()
            status = await connection.ask("POST", f"/r/{code}/stelling/", device=device, body=body)
        except (OSError, EOFError):
            tally.broken += 1
            connection.close()
            if not wait_for_return:
                raise
            await asyncio.sleep(0.05)
            continue
        tally.seconds.append(time.monotonic() - began)
        if status in (302, 303):
            tally.acknowledged.append(form["request_id"])
        else:
            tally.refused.append(status)
    connection.close()


async def listen(stack: Stack, *, number: int, heard: list[int]) -> None:
    """Keep a result page open: count the moves that it hears."""
    port, conversation = stack.ports[number % len(stack.ports)], stack.round["conversation"]
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    writer.write(
        f"GET /live/public-conversation/{conversation}/?na=0 HTTP/1.1\r\nHost: localhost\r\n\r\n".encode()
    )
    status = await reader.readline()
    if b" 200 " not in status:
        raise RuntimeError(status.decode())
    heard[number] = 0
    while line := await reader.readline():
        if line.startswith(b"id:"):
            heard[number] += 1
