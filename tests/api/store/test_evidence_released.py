"""What people outside the office are handed holds no figure that was not released."""

import io
import shutil
import subprocess

import pytest
from openpyxl import load_workbook

from api.errors import DomainError
from api.store import evidence, indicators, releases
from api.store.models import IndicatorValue
from content.dates import say_date
from content.richmenu import FONTS
from surveys.evidence import files, layout, words
from tests.api import answered
from tests.api.store import cuts, evidencing, releasing, waving

PLANTED, CODE = 61.8034, "ET-S1"
BEST = "TN-BEST"


@pytest.fixture(autouse=True)
def town(tmp_path, monkeypatch):
    monkeypatch.setenv("ECOTOWN_DATA_DIR", str(tmp_path))


def pack_of(database, now, *, draft=False):
    with database.read() as session:
        gathered = evidence.of_wave(session, "w1", draft=draft)
    return evidence.put_together(gathered, now)


def plant(database):
    """A newer revision of a value, with a figure nobody could take for another."""
    with database.write() as session:
        value = indicators.find(session, CODE, "w1")
        told = {**value.record["told"], "value": PLANTED}
        session.add(
            IndicatorValue(
                **{
                    **value.model_dump(exclude={"id", "record"}),
                    "value": PLANTED,
                    "revision": value.revision + 1,
                    "status": "revised",
                    "reason": "C-error",
                },
                record={**value.record, "told": told},
            )
        )


def texts(pack):
    """All that can be read in the files, by the file."""
    made = files.render(pack, fonts=FONTS, say_date=say_date)
    found = {"printed": str(layout.document(pack, say_date))}
    for name, content in made.items():
        if name.endswith("xlsx"):
            book = load_workbook(io.BytesIO(content))
            rows = [row for sheet in book for row in sheet.values]
            found[name] = " ".join(str(cell) for row in rows for cell in row)
        elif name.endswith("pdf"):
            found[name] = printed(content)
        else:
            found[name] = content.decode()
    return found


def printed(pdf):
    """The text of a PDF; where nothing here can read one, what it was drawn from has
    been looked at."""
    if shutil.which("pdftotext") is None:
        return ""
    told = subprocess.run(
        ["pdftotext", "-layout", "-", "-"], input=pdf, capture_output=True, check=True
    )
    return told.stdout.decode()


def test_no_file_holds_a_figure_that_nobody_has_released(database, clock):
    evidencing.frozen(database, clock())
    releasing.released(database, clock(), "ET-S3", "w1")
    plant(database)
    pack = pack_of(database, clock())
    assert [each.record.code for each in pack.figures] == ["ET-S3"]
    for name, text in texts(pack).items():
        assert "61.8" not in text, name
    waiting = {each.code: each.state.en for each in pack.pending}
    assert waiting[CODE] == "Waits for release"
    assert "ET-S3" not in waiting
    draft = texts(pack_of(database, clock(), draft=True))
    assert all("61.8" in text for name, text in draft.items() if "SUMS" not in name)


def test_the_table_of_a_question_waits_for_its_values(database, clock):
    evidencing.frozen(database, clock())
    releasing.released(database, clock(), CODE, "w1")
    pack = pack_of(database, clock())
    (question,) = (
        each.key
        for each in pack.waves[0].survey.questions
        if each.key == pack.figures[0].record.questions[0].key
    )
    told = {each.question: each for each in pack.waves[0].tallies}
    assert told[question].rows
    assert told["dialogue"].rows == ()
    assert "has not been released" in told["dialogue"].why.en


def test_a_withdrawn_value_stands_with_its_reason_and_no_figure(database, clock):
    evidencing.frozen(database, clock())
    releasing.released(database, clock(), CODE, "w1")
    with database.write() as session:
        _, boon, _ = releasing.staff(session, clock())
        value = indicators.find(session, CODE, "w1")
        releases.withdraw(
            session, value.id, boon.id, reason="C-error", why="นับผิด", now=clock()
        )
    pack = pack_of(database, clock())
    assert pack.figures == ()
    (found,) = (each for each in pack.pending if each.code == CODE)
    assert (found.state.en, found.why.th) == ("Withdrawn", "ถอนค่านี้แล้ว: นับผิด")


def test_every_part_of_a_draft_says_that_it_is_not_released(database, clock):
    evidencing.frozen(database, clock())
    said = words.text("not_released")
    pack = pack_of(database, clock(), draft=True)
    made = files.render(pack, fonts=FONTS, say_date=say_date)
    assert all(
        name.startswith("draft-not-released-") or name == files.SUMS for name in made
    )
    book = load_workbook(io.BytesIO(made["draft-not-released-evidence.xlsx"]))
    for sheet in book:
        top = [cell for row in list(sheet.values)[:2] for cell in row]
        assert {said.th, said.en} <= set(top), sheet.title
    for end in ("evidence.json", "tables.csv"):
        text = made[f"draft-not-released-{end}"].decode()
        assert said.th in text
        assert said.en in text
    assert layout.document(pack, say_date)["draft"] == said.model_dump(
        exclude_none=True
    )
    pages = printed(made["draft-not-released-evidence.pdf"]).split("\f")[:-1]
    assert all(said.en in page for page in pages)


def test_a_pack_that_is_no_draft_does_not_say_so(database, clock):
    evidencing.frozen(database, clock(), people=60)
    for name, text in texts(pack_of(database, clock())).items():
        assert words.text("not_released").en not in text, name
        assert "draft-not-released" not in name


@pytest.fixture
def freeze(database, clock):
    def freeze(*groups):
        with database.write() as session:
            made = waving.opened(session, clock())
            for row, count in groups:
                answered.fill(session, made, [row] * count, clock())
        waving.frozen(database, made, clock.forward(days=7))

    return freeze


def dialogue(**counts):
    return [({"dialogue": int(point[1:])}, count) for point, count in counts.items()]


def table(pack, key="dialogue"):
    return next(each for each in pack.waves[0].tallies if each.question == key)


def test_a_table_with_few_in_it_is_not_told_beside_a_released_share(
    database, clock, freeze
):
    freeze(*dialogue(p2=57, p4=3, p5=40))
    releasing.released(database, clock(), "ET-S5", "w1")
    pack = pack_of(database, clock())
    assert [each.record.numerator for each in pack.figures] == [43]
    assert table(pack).rows == ()


def test_a_table_without_few_in_it_is_told_whole(database, clock, freeze):
    freeze(*dialogue(p2=52, p4=8, p5=40))
    releasing.released(database, clock(), "ET-S5", "w1")
    assert [row.n for row in table(pack_of(database, clock())).rows] == [
        0,
        52,
        0,
        8,
        40,
    ]


def test_a_share_that_undoes_a_table_told_before_is_not_released(
    database, clock, freeze
):
    """No figure spoke of the question when the wave was frozen; one does later."""
    cuts.add("tn", {BEST: cuts.share("troubles", "smell")})
    freeze(*(({"role": role}, n) for role, n in (("lives", 57), ("works", 3),
                                                 ("both", 40))))  # fmt: skip
    told = {row.key: (row.n, row.few) for row in table(
        pack_of(database, clock()), "role").rows}  # fmt: skip
    assert told["works"] == (None, True)
    shown = next(key for key, (n, _) in told.items() if n and n > 5)
    hidden = next(key for key in ("lives", "both") if key != shown)
    assert told[hidden] == (None, False)
    cuts.add("tn", {BEST: cuts.share("role", hidden)}, edition="2")
    with database.write() as session:
        wave = indicators.find(session, "ET-S5", "w1").wave_id
        indicators.compute(session, wave, clock.forward(days=1), reason="R-method")
    with pytest.raises(DomainError) as refused:
        releasing.released(database, clock(), BEST, "w1")
    assert refused.value.key == "error.release_collides"
    assert refused.value.values["figures"] == ("role (evidence pack)",)
