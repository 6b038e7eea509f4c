"""`ecotown audit`: the chain is gone through, its head is printed to be kept."""

import re

from sqlalchemy import text

from bot.cli import audit, officer


def test_a_whole_log_prints_its_head_and_is_held_to_it_later(town):
    assert "nothing was decided" in town.says(audit.app, "verify")
    town.says(officer.app, "invite")
    said = town.says(audit.app, "verify")
    head = re.search(r"1:[0-9a-f]{64}", said).group()
    town.says(officer.app, "invite")
    assert "2 entries" in town.says(audit.app, "verify", "--head", head)
    other = "1:" + "0" * 64
    assert "entry 1" in town.refuses(audit.app, "verify", "--head", other)
    missing = "9:" + "0" * 64
    assert "entry 3" in town.refuses(audit.app, "verify", "--head", missing)


def test_a_head_of_the_wrong_shape_is_refused(town):
    assert town.run(audit.app, "verify", "--head", "x").exit_code == 2


def test_an_altered_log_is_said_to_be_broken(town):
    town.says(officer.app, "invite")
    with town.database.write() as session:
        session.execute(text("DROP TRIGGER audit_entry_no_update"))
        session.execute(text("UPDATE audit_entry SET actor = 'job'"))
    assert "entry 1" in town.refuses(audit.app, "verify")


def test_the_newest_entries_are_listed(town):
    for _ in range(3):
        town.says(officer.app, "invite")
    said = town.says(audit.app, "list", "--limit", "2")
    assert [line.split("\t")[0] for line in said.splitlines()] == ["3", "2"]
    assert "cli\tofficer.invite\tofficer" in said
