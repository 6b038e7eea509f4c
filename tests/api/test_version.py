"""The evidence names the very program that made it, and never a commit made up."""

import json

import pytest

from api import version

COMMIT = "0123456789abcdef0123456789abcdef01234567"


@pytest.fixture
def checkout(tmp_path):
    """A folder as git lays one out."""
    folder = tmp_path / ".git"
    (folder / "refs" / "heads").mkdir(parents=True)
    (folder / "HEAD").write_text("ref: refs/heads/main\n")
    return tmp_path


def test_the_commit_of_a_checkout_is_found(checkout):
    (checkout / ".git" / "refs" / "heads" / "main").write_text(f"{COMMIT}\n")
    assert version._checked_out(checkout) == COMMIT


def test_one_that_git_has_packed_is_found_too(checkout):
    packed = ["# pack-refs with: peeled", f"{'f' * 40} refs/heads/old"]
    packed.append(f"{COMMIT} refs/heads/main\n")
    (checkout / ".git" / "packed-refs").write_text("\n".join(packed))
    assert version._checked_out(checkout) == COMMIT


def test_a_checkout_at_no_branch_says_the_commit_itself(checkout):
    (checkout / ".git" / "HEAD").write_text(f"{COMMIT}\n")
    assert version._checked_out(checkout) == COMMIT


def test_a_second_working_tree_leads_to_the_first(checkout, tmp_path):
    (checkout / ".git" / "refs" / "heads" / "side").write_text(f"{COMMIT}\n")
    own = checkout / ".git" / "worktrees" / "side"
    own.mkdir(parents=True)
    (own / "HEAD").write_text("ref: refs/heads/side\n")
    (own / "commondir").write_text("../..\n")
    tree = tmp_path / "side"
    tree.mkdir()
    (tree / ".git").write_text(f"gitdir: {own}\n")
    assert version._checked_out(tree) == COMMIT


def test_without_a_checkout_no_commit_is_told(tmp_path, checkout):
    assert version._checked_out(tmp_path / "nowhere") is None
    assert version._checked_out(checkout) is None  # a branch without a commit


@pytest.mark.parametrize(
    ("told", "commit"),
    [
        ({"vcs_info": {"vcs": "git", "commit_id": COMMIT}}, COMMIT),
        ({"url": "file:///somewhere", "dir_info": {"editable": True}}, None),
        (None, None),
    ],
)  # fmt: skip
def test_an_installed_program_knows_the_commit_it_was_taken_from(told, commit):
    text = None if told is None else json.dumps(told)
    assert version._installed_from(text) == commit


def test_the_release_stands_first():
    found = version.code_version()
    assert found.split("+")[0] != ""
