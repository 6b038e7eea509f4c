"""The command that runs both stand-ins for the demo."""

import signal
import subprocess
import sys

from tests.patience import PATIENCE_S
from tests.platforms.calls import call


def test_both_stand_ins_run_until_interrupted():
    ports = ["--line-port", "0", "--telegram-port", "0", "--no-latency"]
    with subprocess.Popen(
        [sys.executable, "-m", "tests.platforms", *ports],
        stdout=subprocess.PIPE,
        text=True,
    ) as process:
        try:
            line, telegram = (process.stdout.readline().split()[1] for _ in range(2))
            bearer = {"Authorization": "Bearer stand-in-token"}
            assert call(f"{line}/v2/bot/info", headers=bearer).status == 200
            assert call(f"{telegram}/bot100001:stand-in-token/getMe").status == 200
            process.send_signal(signal.SIGINT)
            assert process.wait(PATIENCE_S) == 0
        finally:
            process.kill()
