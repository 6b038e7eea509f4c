"""The other processes of a measurement: the server, and the platforms it talks to."""

import http.client
import json
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager

from api.settings import Settings
from api.store.session import Database
from tests.benchmarks import machine
from tests.benchmarks.databases import ROOT_KEY

HOST = "127.0.0.1"
SECRET = "stand-in-secret"
TOKEN = "stand-in-token"
TELEGRAM_TOKEN = "100001:stand-in-token"
NOWHERE = "http://127.0.0.1:9"
START_S = 60.0


def settings(
    database: Database, *, line_url: str = NOWHERE, telegram_url: str = ""
) -> Settings:
    """A town with LINE on; Telegram too where a stand-in for it is named."""
    return Settings(
        data_dir=machine.folder(),
        database_url=database.url,
        secret_key=ROOT_KEY.hex(),
        line_channel_secret=SECRET,
        line_access_token=TOKEN,
        line_api_url=line_url,
        telegram_token=TELEGRAM_TOKEN if telegram_url else "",
        telegram_api_url=telegram_url or NOWHERE,
        log_level="error",
    )


def environment(given: Settings) -> dict[str, str]:
    """The settings as another process reads them, and nothing of this process's."""
    kept = {
        name: value
        for name, value in os.environ.items()
        if not name.startswith("ECOTOWN_")
    }
    for name, value in given.model_dump().items():
        secret = getattr(value, "get_secret_value", None)
        kept[f"ECOTOWN_{name.upper()}"] = str(secret() if secret else value)
    return kept


class Server:
    """A server under measurement, ready to answer."""

    def __init__(self, process: subprocess.Popen[str], port: int) -> None:
        self._process = process
        self.port = port

    def cpu_s(self) -> float:
        """CPU time it has used so far."""
        self._send("usage")
        return float(_line(self._process))

    def _send(self, line: str) -> None:
        assert self._process.stdin is not None
        self._process.stdin.write(f"{line}\n")
        self._process.stdin.flush()


@contextmanager
def serving(name: str, given: Settings) -> Iterator[Server]:
    """`bare`, `intake` or `town`, as in `tests.benchmarks.serving`."""
    command = [sys.executable, "-m", "tests.benchmarks.serving", name]
    process = subprocess.Popen(
        command,
        env=environment(given),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    with _ended(process):
        server = Server(process, json.loads(_line(process)))
        until_answered(server.port, "/healthz", any_status=True)
        yield server


@contextmanager
def working(given: Settings) -> Iterator[None]:
    """`ecotown worker`: handles and sends what another process takes in."""
    command = [sys.executable, "-c", "import bot.cli; bot.cli.main()", "worker"]
    process = subprocess.Popen(
        command,
        env=environment(given),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
    )
    with _ended(process):
        yield


@contextmanager
def platforms(*, latency: bool) -> Iterator[tuple[str, str]]:
    """The stand-ins for LINE and Telegram; their addresses."""
    command = [sys.executable, "-m", "tests.platforms"]
    command += ["--line-port", "0", "--telegram-port", "0"]
    process = subprocess.Popen(
        command if latency else [*command, "--no-latency"],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        text=True,
    )
    with _ended(process):
        line, telegram = _line(process), _line(process)
        yield line.split()[-1], telegram.split()[-1]


@contextmanager
def _ended(process: subprocess.Popen[str]) -> Iterator[None]:
    try:
        yield
    finally:
        if process.stdin is not None:
            process.stdin.close()
        else:
            process.terminate()
        try:
            process.wait(30)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
        assert process.stdout is not None
        process.stdout.close()


def until_answered(port: int, path: str, *, any_status: bool = False) -> None:
    """Return once `path` is answered with 200 (or at all)."""
    deadline = time.monotonic() + START_S
    while time.monotonic() < deadline:
        connection = http.client.HTTPConnection(HOST, port, timeout=START_S)
        try:
            connection.request("GET", path)
            response = connection.getresponse()
            response.read()
            if any_status or response.status == 200:
                return
        except OSError:
            pass
        finally:
            connection.close()
        time.sleep(0.01)
    raise RuntimeError(f"{path} was not answered in {START_S:.0f} s")


def _line(process: subprocess.Popen[str]) -> str:
    assert process.stdout is not None
    line = process.stdout.readline()
    if not line:
        raise RuntimeError("a process of the measurement ended at its start")
    return line
