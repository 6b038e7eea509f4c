"""`ecotown evidence`: a folder of files that an assessor can check without us."""

import hashlib

from bot.cli import evidence
from tests.api.store import evidencing

SOCIAL = "ecotown_social_draft"


def test_a_frozen_wave_becomes_a_folder_of_files(town, clock, tmp_path):
    evidencing.frozen(town.database, clock(), people=60)
    out = tmp_path / "pack"
    told = town.says(evidence.app, "wave", "w1", "--out", str(out))
    assert sorted(each.name for each in out.iterdir()) == [
        "SHA256SUMS", "evidence.json", "evidence.pdf", "evidence.xlsx", "tables.csv",
    ]  # fmt: skip
    assert told == (out / "SHA256SUMS").read_text()
    for line in told.splitlines():
        digest, name = line.split("  ")
        assert hashlib.sha256((out / name).read_bytes()).hexdigest() == digest


def test_made_up_data_is_told_at_the_command_line_too(town, clock, tmp_path):
    evidencing.frozen(town.database, clock(), people=40, made_up=True)
    told = town.says(
        evidence.app, "framework", SOCIAL, "w1", "--out", str(tmp_path / "pack")
    )
    assert told.endswith("MADE-UP DATA\n")


def test_what_has_no_evidence_leaves_no_folder(town, clock, tmp_path):
    out = tmp_path / "pack"
    said = town.refuses(evidence.app, "wave", "w9", "--out", str(out))
    assert "no such wave" in said
    evidencing.frozen(town.database, clock(), people=40)
    refused = ("framework", SOCIAL, "2019", "--out", str(out))
    assert "no such" in town.refuses(evidence.app, *refused)
    assert not out.exists()
