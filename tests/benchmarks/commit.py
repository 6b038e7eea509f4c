"""Which commit is measured."""

import subprocess
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def in_words() -> str:
    """The commit, and whether it is quite that."""
    commit = _git("rev-parse", "--short", "HEAD")
    changed = _git("status", "--porcelain", "--untracked-files=no")
    return f"commit {commit}{' with changes' if changed else ''}"


def _git(*words: str) -> str:
    return subprocess.run(
        ["git", "-C", str(ROOT), *words], capture_output=True, text=True, check=True
    ).stdout.strip()
