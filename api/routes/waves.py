"""/api/v1/waves: when a survey is asked, of whom, how it ended, and its evidence."""

from typing import Annotated

from fastapi import APIRouter, Depends, Request, Response, Security

from api import problems
from api.auth import api_key
from api.dependencies import After, Limit, Now, ReadSession, WriteSession, database_of
from api.errors import DomainError
from api.problems import Fault
from api.routes import csv_lines
from api.routes.csv_lines import Format
from api.routes.shapes import PageOf, WaveKey, page_of, refusals
from api.routes.wave_shapes import (
    COLUMNS,
    BenchmarkWanted,
    DrawnWanted,
    EvidenceOf,
    MarginsWanted,
    WaveEdit,
    WaveLine,
    WaveWanted,
    WaveWhole,
    cells,
    line,
    whole,
)
from api.store import api_keys, freezing, wave_plans, waves
from api.store.models import ApiKey
from api.store.session import Database
from api.store.words import WaveState
from surveys import population
from surveys.benchmark import Benchmark
from surveys.located import examine_data
from surveys.population import Population

router = APIRouter(prefix="/waves", tags=["waves"])
Reads = Annotated[ApiKey, Security(api_key, scopes=["waves:read"])]
Writes = Annotated[ApiKey, Security(api_key, scopes=["waves:write"])]
MOST_REASON = 300
# Fixing a large wave takes a core for seconds.
AT_ONCE = 1
Alone = Annotated[
    Database, Depends(database_of, scope="function", max_concurrency=AT_ONCE)
]


@router.get(
    "",
    response_model=PageOf[WaveLine],
    responses={**csv_lines.ANSWERS, **refusals(401, 403, 422)},
)
def list_waves(
    key: Reads,
    session: ReadSession,
    format: Format = "json",
    after: After = None,
    limit: Limit = 50,
) -> PageOf[WaveLine] | Response:
    """Waves, the newest first."""
    if format == "csv":
        every = csv_lines.every(
            lambda after: waves.page(session, after=after, limit=csv_lines.SLICE)
        )
        return csv_lines.file("waves", COLUMNS, map(cells, every))
    found = waves.page(session, after=after, limit=limit)
    return page_of(found, line)


@router.get("/{wave}", responses=refusals(401, 403, 404, 422))
def get_wave(key: Reads, session: ReadSession, wave: WaveKey) -> WaveWhole:
    """One wave with its margins and how many took part."""
    return whole(session, waves.get(session, wave))


@router.post("", status_code=201, responses=refusals(401, 403, 404, 409, 422))
def plan_wave(
    key: Writes, session: WriteSession, wanted: WaveWanted, now: Now
) -> WaveWhole:
    """Write a wave down. It opens at `opens_at`, or at once where that is not given.

    Refused within 90 days of another wave of the same survey, unless `anyway` says why.
    """
    by = api_keys.actor(key)
    told = wanted.model_dump(exclude={"key", "survey_id", "anyway"}, exclude_none=True)
    wave = wave_plans.plan(
        session,
        wanted.key,
        waves.get_version(session, wanted.survey_id),
        now=now,
        by=by,
        anyway=wanted.anyway or "",
        **told,
    )
    if wanted.opens_at is None:
        wave = wave_plans.open_planned(session, wave.id, now, by=by)
    return whole(session, wave)


@router.patch("/{wave}", responses=refusals(401, 403, 404, 409, 422))
def edit_wave(
    key: Writes, session: WriteSession, wave: WaveKey, wanted: WaveEdit, now: Now
) -> WaveWhole:
    """Change what a plan says, until the wave opens; what is left out stays."""
    edited = wave_plans.edit(
        session,
        waves.get(session, wave).id,
        now=now,
        by=api_keys.actor(key),
        anyway=wanted.anyway or "",
        **wanted.details(),
    )
    return whole(session, edited)


@router.post("/{wave}/open", responses=refusals(401, 403, 404, 409, 422))
def open_wave(key: Writes, session: WriteSession, wave: WaveKey, now: Now) -> WaveWhole:
    """Begin a planned wave now, before its time."""
    found = waves.get(session, wave)
    by = api_keys.actor(key)
    return whole(session, wave_plans.open_planned(session, found.id, now, by=by))


@router.post("/{wave}/close", responses=refusals(401, 403, 404, 409, 422))
def close_wave(
    key: Writes, session: WriteSession, wave: WaveKey, now: Now
) -> WaveWhole:
    """Ask no more; answers not finished stay as they are. A plan is given up."""
    found = waves.get(session, wave)
    by = api_keys.actor(key)
    if found.state is WaveState.PLANNED:
        wave_plans.give_up(session, found.id, now, by=by)
    else:
        waves.close(session, found.id, now, by=by)
    return whole(session, found)


@router.post("/{wave}/freeze", responses=refusals(401, 403, 404, 409, 422))
def freeze_wave(key: Writes, database: Alone, wave: WaveKey, now: Now) -> WaveWhole:
    """Fix a closed wave for good: mark what looks odd, write the outcomes down, hash
    the answers. By itself this happens a day after it closes."""
    with database.read() as session:
        wave_id = waves.get(session, wave).id
    freezing.run(database, wave_id, now, by=api_keys.actor(key))
    with database.read() as session:
        return whole(session, waves.get(session, wave))


@router.post(
    "/{wave}/margins",
    response_model=WaveWhole,
    responses=refusals(401, 403, 404, 409, 422),
)
def set_margins(
    key: Writes,
    session: WriteSession,
    request: Request,
    wave: WaveKey,
    wanted: MarginsWanted,
    now: Now,
) -> WaveWhole | Response:
    """Keep what is known of the population, to weight the answers to; until the wave
    is frozen. Refused where it does not fit the survey, or itself, with every place."""
    found = waves.get(session, wave)
    told, misshapen = examine_data(wanted.model_dump(), Population)
    if told is None:
        reason = misshapen[0][:MOST_REASON]
        raise DomainError(422, "error.margins_fault", reason=reason)
    flaws = population.flaws(told, waves.survey_of(session, found))
    if flaws:
        reason = flaws[0][0][:MOST_REASON]
        refused = DomainError(422, "error.margins_fault", reason=reason)
        faults = [Fault(at=["body", *place], reason=why) for why, place in flaws]
        return problems.answer(request, refused, *faults)
    by = api_keys.actor(key)
    return whole(session, wave_plans.set_margins(session, found.id, told, now, by=by))


@router.post("/{wave}/drawn", responses=refusals(401, 403, 404, 409, 422))
def set_drawn(
    key: Writes, session: WriteSession, wave: WaveKey, wanted: DrawnWanted, now: Now
) -> WaveWhole:
    """Keep how many a probability sample drew, until the wave is frozen: whoever
    nothing is heard of counts in the response rates."""
    id_, by = waves.get(session, wave).id, api_keys.actor(key)
    return whole(session, wave_plans.set_drawn(session, id_, wanted.drawn, now, by=by))


@router.post("/{wave}/benchmark", responses=refusals(401, 403, 404, 409, 422))
def set_benchmark(
    key: Writes, session: WriteSession, wave: WaveKey, wanted: BenchmarkWanted, now: Now
) -> WaveWhole:
    """Keep a share known from elsewhere beside one question, until the wave is frozen:
    the gap between them is told with every value of the wave."""
    id_, by = waves.get(session, wave).id, api_keys.actor(key)
    told, faults = examine_data(wanted.model_dump(), Benchmark)
    if told is None:
        reason = faults[0][:MOST_REASON]
        raise DomainError(422, "error.benchmark_fault", reason=reason)
    return whole(session, wave_plans.set_benchmark(session, id_, told, now, by=by))


@router.delete("/{wave}/benchmark", responses=refusals(401, 403, 404, 409, 422))
def drop_benchmark(
    key: Writes, session: WriteSession, wave: WaveKey, now: Now
) -> WaveWhole:
    """Hold the wave against nothing after all."""
    id_, by = waves.get(session, wave).id, api_keys.actor(key)
    return whole(session, wave_plans.set_benchmark(session, id_, None, now, by=by))


@router.get("/{wave}/evidence", responses=refusals(401, 403, 404, 409, 422))
def get_evidence(key: Reads, session: ReadSession, wave: WaveKey) -> EvidenceOf:
    """The fingerprints of a frozen wave: what its figures can be found again from.

    `ecotown wave verify` works them out anew and says what differs.
    """
    found = waves.get(session, wave)
    if found.evidence is None:
        raise DomainError(409, "error.wave_not_frozen", key=wave)
    whole_sha256 = freezing.evidence_sha256(found)
    return EvidenceOf.model_validate(
        {"wave": wave, "evidence_sha256": whole_sha256, **found.evidence}
    )
