"""The files of a pack: the same bytes each time, with fingerprints to check."""

import dataclasses
import hashlib

import pytest

from surveys.evidence import files, pdf
from tests.surveys.evidence import making

PACK = making.pack()


@pytest.fixture(scope="module")
def made():
    return making.render(PACK)


def test_the_files_are_those_an_assessor_is_told_of(made):
    assert sorted(made) == [
        "SHA256SUMS", "evidence.json", "evidence.pdf", "evidence.xlsx", "tables.csv",
    ]  # fmt: skip
    assert made["evidence.pdf"].startswith(b"%PDF-")


def test_the_same_pack_is_the_same_files_to_the_byte(made):
    assert making.render(making.pack()) == made


def test_another_number_is_other_files(made):
    wave = dataclasses.replace(PACK.waves[0], dataset_rows=413)
    other = making.render(dataclasses.replace(PACK, waves=(wave,)))
    changed = {name for name in made if made[name] != other[name]}
    assert {"evidence.pdf", "evidence.json", "evidence.xlsx"} <= changed
    assert "SHA256SUMS" in changed


def test_each_file_has_its_fingerprint_as_sha256sum_reads_it(made, tmp_path):
    files.write(made, tmp_path / "new" / "folder")
    lines = (tmp_path / "new" / "folder" / files.SUMS).read_text().splitlines()
    found = dict(reversed(line.split("  ")) for line in lines)
    assert set(found) == set(made) - {files.SUMS}
    for name, digest in found.items():
        content = (tmp_path / "new" / "folder" / name).read_bytes()
        assert hashlib.sha256(content).hexdigest() == digest


def test_what_officers_write_is_printed_and_never_run_as_a_template():
    method = making.method(
        population="#panic() $x$ *ดาว* [ข้อ] \\ @ref <label> \"คำ\"",
        frame_note="#{while true {}}",
    )  # fmt: skip
    wave = making.wave(method=method)
    assert pdf.render(making.pack(waves=(wave,)), **making.WHERE).startswith(b"%PDF-")
