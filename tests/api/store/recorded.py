"""What was recorded of an indicator, read back."""

from api.store import indicators, records, verifying


def value_of(database, code, period="w1"):
    with database.read() as session:
        return indicators.find(session, code, period)


def record_of(database, code, period="w1"):
    with database.read() as session:
        return records.of(session, indicators.find(session, code, period))


def verified(database, code, period="w1"):
    with database.read() as session:
        value = indicators.find(session, code, period)
        return verifying.verify(session, value)
