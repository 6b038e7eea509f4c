"""A backup that was altered, cut off or damaged changes nothing where it is read."""

import zipfile

import pytest

from api.errors import DomainError
from api.store import backup, migrate
from tests.api.store import backing
from tests.api.store.backing import altered, manifest_with

empty, shipped = backing.empty, backing.shipped


def without_the_last_line(name, content):
    lines = content.splitlines(keepends=True)
    return b"".join(lines[:-1]) if name == "utterance.jsonl" else content


def with_another_letter(name, content):
    return content.replace(b"Uother", b"Uxther").replace(b'"line"', b'"lime"')


def without_a_table(name, content):
    return None if name == "utterance.jsonl" else content


def without_a_manifest(name, content):
    return None if name == "manifest.json" else content


def with_a_broken_line(name, content):
    return b"{" + content if name == "utterance.jsonl" else content


@pytest.mark.parametrize(
    "change",
    [
        without_the_last_line,
        with_another_letter,
        without_a_table,
        without_a_manifest,
        with_a_broken_line,
    ],
)
def test_an_altered_backup_changes_nothing(shipped, empty, change, clock):
    with pytest.raises(DomainError, match=r"error\.backup_unreadable"):
        backup.restore(empty, altered(shipped, change), clock())
    assert migrate.current(empty) is None


@pytest.mark.parametrize("part", [0, 0.3, 0.9, 0.999])
def test_a_backup_that_was_cut_off_changes_nothing(shipped, empty, part, clock):
    whole = shipped.read_bytes()
    shipped.write_bytes(whole[: int(len(whole) * part)])
    with pytest.raises(DomainError, match=r"error\.backup_unreadable"):
        backup.restore(empty, shipped, clock())
    assert migrate.current(empty) is None


def test_a_flipped_bit_changes_nothing(shipped, empty, clock):
    with zipfile.ZipFile(shipped) as zip_:
        member = zip_.getinfo("delivery.jsonl")
    damaged = bytearray(shipped.read_bytes())
    damaged[member.header_offset + 200] ^= 0x10
    shipped.write_bytes(damaged)
    with pytest.raises(DomainError, match=r"error\.backup_unreadable"):
        backup.restore(empty, shipped, clock())
    assert migrate.current(empty) is None


@pytest.mark.parametrize("told", [{"revision": "9999"}, {"form": 2}])
def test_a_backup_of_a_newer_program_is_refused(shipped, empty, told, clock):
    with pytest.raises(DomainError, match=r"error\.backup_newer"):
        backup.restore(empty, altered(shipped, manifest_with(**told)), clock())
