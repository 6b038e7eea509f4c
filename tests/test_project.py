"""What must hold for the project as a whole: its papers, its locks, its shape."""

import ast
import re
import shutil
import subprocess
import sys
import tomllib
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from api.settings import PREFIX, Settings
from content import messages
from tests.conftest import LONGEST

ROOT = Path(__file__).parent.parent
PACKAGES = ("api", "bot", "content", "surveys")
PAPERS = (
    "Makefile", "Dockerfile", "README.md", ".env.example", "compose.yaml",
    ".dockerignore", ".ci/run", "pyproject.toml", "requirements.lock",
    "requirements-run.lock",
)  # fmt: skip
TEXTS = {
    ".py", ".md", ".yaml", ".po", ".html", ".css", ".js", ".j2", ".typ", ".svg",
    ".mako", ".json", ".jsonl",
}  # fmt: skip
# Named in the papers, read by tests and tools, no settings of the program.
NOT_SETTINGS = {"ECOTOWN_X", "ECOTOWN_SPECS", "ECOTOWN_TEST_POSTGRES"}
KEY = re.compile(r"[a-z_]+(\.[a-z_0-9]+)+")


def read(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


def ours() -> Iterator[Path]:
    """Every text file of the project."""
    yield from (ROOT / name for name in PAPERS)
    for package in (*PACKAGES, "tests"):
        for file in sorted((ROOT / package).rglob("*")):
            if file.suffix in TEXTS and "__pycache__" not in file.parts:
                yield file


def modules() -> Iterator[tuple[str, str, ast.Module]]:
    """Name, text and tree of each of the program's modules."""
    for package in PACKAGES:
        for file in sorted((ROOT / package).rglob("*.py")):
            if "versions" not in file.parts:
                text = file.read_text(encoding="utf-8")
                yield str(file.relative_to(ROOT)), text, ast.parse(text)


def settings_named_in(name: str) -> set[str]:
    found = re.findall(rf"{PREFIX}[A-Z][A-Z_]*[A-Z]", read(name))
    return {word.removesuffix("_FILE") for word in found} - NOT_SETTINGS


ALL_SETTINGS = {f"{PREFIX}{name.upper()}" for name in Settings.model_fields}


@pytest.mark.parametrize("paper", ["README.md", ".env.example"])
def test_every_setting_is_told_and_no_other(paper):
    assert settings_named_in(paper) == ALL_SETTINGS


@pytest.mark.parametrize("paper", ["Dockerfile", "compose.yaml"])
def test_no_setting_is_set_that_there_is_not(paper):
    assert settings_named_in(paper) <= ALL_SETTINGS


def test_the_example_shows_the_defaults():
    defaults = Settings()
    for line in read(".env.example").splitlines():
        told = re.match(rf"#{PREFIX}([A-Z_]+)=(.*)$", line)
        name, value = (told[1].lower(), told[2].strip('"')) if told else ("", "")
        if name not in Settings.model_fields or name in EXAMPLES:
            continue
        default = getattr(defaults, name)
        shown = default.get_secret_value() if name in SECRETS else str(default)
        assert value == shown, line


SECRETS = {
    "secret_key", "line_channel_secret", "line_access_token", "telegram_token",
    "telegram_secret", "model_key",
}  # fmt: skip
# Empty by default: an example says more.
EXAMPLES = {"database_url", "public_url", "trusted_proxies"}


def test_no_file_tells_on_which_machine_it_was_made():
    machine = re.compile(r"(?<![\w.~/])/(work|opt|root)(/|\b)")
    registry = re.compile("(pypi|pythonhosted" + r")\.org|index-url|find-links")
    for file in ours():
        if file == Path(__file__):
            continue
        for number, line in enumerate(file.read_text("utf-8").splitlines(), 1):
            found = machine.search(line) or registry.search(line)
            assert not found, f"{file.relative_to(ROOT)}:{number}: {line.strip()}"


def pinned(lock: str) -> dict[str, str]:
    return dict(
        re.findall(r"^([a-z0-9][\w.-]*)==([\w.+!-]+)", read(lock), re.MULTILINE)
    )


@pytest.mark.parametrize("lock", ["requirements.lock", "requirements-run.lock"])
def test_a_lock_pins_everything_by_hash_and_names_no_index(lock):
    text = read(lock)
    assert "://" not in text
    for block in re.split(r"\n(?=\S)", text.strip()):
        if block.startswith("#"):
            continue
        assert re.match(r"[a-z0-9][\w.-]*==", block), block.splitlines()[0]
        assert "--hash=sha256:" in block, block.splitlines()[0]


def test_what_runs_is_what_was_tested():
    tested, runs = pinned("requirements.lock"), pinned("requirements-run.lock")
    assert len(runs) > 20
    assert runs.items() <= tested.items()


def test_the_lock_has_what_the_project_asks_for():
    project = tomllib.loads(read("pyproject.toml"))["project"]
    for lock, wanted in (
        ("requirements-run.lock", project["dependencies"]),
        ("requirements.lock", project["optional-dependencies"]["dev"]),
    ):
        for one in wanted:
            name = re.match(r"[\w.-]+", one)
            assert name is not None
            assert name[0] in pinned(lock), f"{one}: run `make lock`"


def test_the_image_finds_its_build_backend_in_the_lock():
    """The Dockerfile cuts setuptools and its hashes out of the lock with awk."""
    program = re.search(r"awk '(.+?)'", read("Dockerfile"))
    assert program is not None
    cut = subprocess.run(
        ["awk", program[1], str(ROOT / "requirements.lock")],
        capture_output=True, text=True, check=True,
    ).stdout.splitlines()  # fmt: skip
    assert cut[0].startswith("setuptools==")
    assert len(cut) > 1
    assert all("--hash=sha256:" in line for line in cut[1:])
    assert not cut[-1].endswith("\\")


def test_the_licence_is_apache_2():
    assert re.match(r"\s*Apache License\s+Version 2\.0", read("LICENSE"))
    assert tomllib.loads(read("pyproject.toml"))["project"]["license"] == "Apache-2.0"


def test_every_module_says_what_it_is_for_and_is_short():
    for name, text, tree in modules():
        lines = text.count("\n")
        assert lines <= 450, f"{name} has {lines} lines: make it a package"
        assert not tree.body or ast.get_docstring(tree), name


def test_the_longest_files_of_tests_are_there():
    assert [name for name in LONGEST if not (ROOT / "tests" / name).exists()] == []


def test_the_command_of_every_paper_exists():
    targets = set(re.findall(r"^([a-z]+):.*## ", read("Makefile"), re.MULTILINE))
    for paper in ("README.md", ".ci/run"):
        named = set(re.findall(r"(?:^|`| )make ([a-z]+)", read(paper), re.MULTILINE))
        named -= {"what", "both", "sure", "a"}
        assert named <= targets, paper


def test_make_alone_lists_every_target():
    listed = subprocess.run(
        ["make", "-C", str(ROOT)], capture_output=True, text=True, check=True
    ).stdout
    phony = re.search(r"\.PHONY: (.+)", read("Makefile"))
    assert phony is not None
    assert re.findall(r"^  make ([a-z]+) +\S", listed, re.MULTILINE) == phony[1].split()


def calls(tree: ast.Module, *names: str) -> Iterator[ast.Call]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            called = node.func
            name = called.attr if isinstance(called, ast.Attribute) else ""
            if (called.id if isinstance(called, ast.Name) else name) in names:
                yield node


def keys_in(call: ast.Call) -> list[str]:
    return [
        word.value
        for word in call.args
        if isinstance(word, ast.Constant)
        and isinstance(word.value, str)
        and KEY.fullmatch(word.value)
    ]


def test_every_message_that_code_says_exists():
    catalogue = messages.load()
    used = {
        key
        for _, _, tree in modules()
        for call in calls(tree, "say", "DomainError", "t")
        for key in keys_in(call)
    }
    assert len(used) > 50
    for language in ("th", "en"):
        missing = {key for key in used if not catalogue.has(key, language)}
        assert not missing, language


def test_every_message_that_a_template_says_exists():
    catalogue = messages.load()
    used = {
        key
        for package in PACKAGES
        for file in (ROOT / package).rglob("*.html")
        for key in re.findall(r"\bt\(\s*[\"']([\w.]+)[\"']\s*[,)]", file.read_text())
    }
    assert len(used) > 50
    for language in ("th", "en"):
        missing = {key for key in used if not catalogue.has(key, language)}
        assert not missing, language


def test_every_refusal_gets_the_values_its_message_asks_for():
    catalogue = messages.load()
    for name, _, tree in modules():
        for call in calls(tree, "DomainError"):
            given = {word.arg for word in call.keywords}
            for key in keys_in(call):
                for language in ("th", "en"):
                    wanted = catalogue.values(key, language)
                    assert None in given or wanted <= given, f"{name}: {key}"


def test_every_file_of_the_packages_is_in_the_wheel(tmp_path):
    """An image without a catalogue or a template would start and then fail."""
    source = tmp_path / "source"
    for package in PACKAGES:
        shutil.copytree(
            ROOT / package,
            source / package,
            ignore=shutil.ignore_patterns("__pycache__"),
        )
    for paper in ("pyproject.toml", "README.md", "LICENSE"):
        shutil.copy(ROOT / paper, source / paper)
    wanted = {
        str(file.relative_to(source))
        for package in PACKAGES
        for file in (source / package).rglob("*")
        if file.is_file()
    }
    subprocess.run(
        [
            sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "--no-index",
            "--no-build-isolation", "--wheel-dir", str(tmp_path), str(source),
        ],
        check=True,
    )  # fmt: skip
    [wheel] = tmp_path.glob("*.whl")
    packed = set(zipfile.ZipFile(wheel).namelist())
    assert wanted - packed == set()
