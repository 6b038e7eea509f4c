"""Which program this is: its release, and the commit it was built from if known."""

import json
from functools import cache
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path

NAME = "ecotown"


@cache
def code_version() -> str:
    """Such as `0.4.0` or `0.4.0+1a2b3c4...`. A commit that is not known is not told.

    It is known where the program runs from a checkout, or was installed from one by
    its address.
    """
    try:
        found = distribution(NAME)
    except PackageNotFoundError:
        release, installed = "unknown", None
    else:
        release, installed = (
            found.version,
            _installed_from(found.read_text("direct_url.json")),
        )
    commit = installed or _checked_out(Path(__file__).parent.parent)
    return f"{release}+{commit}" if commit else release


def _installed_from(direct_url: str | None) -> str | None:
    """The commit that pip took the program from.

    https://packaging.python.org/en/latest/specifications/direct-url/
    """
    told = json.loads(direct_url) if direct_url else {}
    commit = told.get("vcs_info", {}).get("commit_id")
    return commit if isinstance(commit, str) else None


def _checked_out(root: Path) -> str | None:
    """The commit that a checkout stands at. What was changed in it since is not seen.

    https://git-scm.com/docs/gitrepository-layout
    """
    folder = root / ".git"
    try:
        if folder.is_file():  # a worktree: the folder is elsewhere
            folder = root / folder.read_text("utf-8").removeprefix("gitdir:").strip()
        head = (folder / "HEAD").read_text("utf-8").strip()
        if not head.startswith("ref:"):
            return head
        name = head.removeprefix("ref:").strip()
        common = folder / "commondir"
        if common.is_file():
            folder = folder / common.read_text("utf-8").strip()
        loose = folder / name
        if loose.is_file():
            return loose.read_text("utf-8").strip()
        packed = (folder / "packed-refs").read_text("utf-8")
    except (OSError, UnicodeDecodeError):
        return None
    lines = (line.split(" ", 1) for line in packed.splitlines() if " " in line)
    return next((commit for commit, ref in lines if ref == name), None)
