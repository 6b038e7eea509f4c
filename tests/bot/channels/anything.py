"""Strategies: any JSON at all, and JSON that looks almost like an event."""

from hypothesis import strategies as st

NASTY = st.sampled_from(["\x00", "\ud800", "0" * 32, "f" * 32, "9" * 40, "", "น้ำ"])
scalars = st.one_of(
    st.none(), st.booleans(), st.integers(), st.floats(), st.text(max_size=8), NASTY
)
values = st.recursive(
    scalars,
    lambda inner: st.one_of(
        st.lists(inner, max_size=3),
        st.dictionaries(st.text(max_size=6), inner, max_size=3),
    ),
    max_leaves=8,
)


def almost(**fields):
    """Objects with some of these fields, their values right, odd or missing."""
    return st.fixed_dictionaries(
        {}, optional={name: st.one_of(right, values) for name, right in fields.items()}
    )
