"""Test the tally: find what a thousand runs under the GIL don't show.

A talent show counts the votes of its viewers. Four people have written a tally. Each was run a
thousand times with many threads, and was right a thousand times: under the GIL of Python 3.10 and
later, most of their mistakes hardly ever come to light.

    tally = make_tally()
    tally.add("Ada", 2)      # ValueError, and nothing has changed, for less than one vote
    tally.result()           # ({"Ada": 2}, 2): the votes by name, and how many there are in all

You write the tests. Each is tried in all orders in which the threads may run, whatever today's GIL
allows, on tallies that are right and on tallies that are wrong. A test fails if it raises, or if
it never comes to an end.

What is wrong today
    The tests below pass on nearly every tally.

What must hold
    - All tests pass on each right tally, in every order of its threads. There are several ways to
      be right, also without a lock: use only what is described above.
    - On each wrong tally one of your tests fails in some order. Wrong tallies
          - lose votes when several threads add at once: for the same name, or for two,
          - give a result whose parts don't fit together, or that changes when others go on voting,
          - aren't usable any more, or have counted, when `add` has raised.

What may not change
    Tests are functions whose names begin with `test_`, with the two arguments below. `together`
    runs functions in threads, T1, T2, …, and waits for them: `one, two = together(f, g)` gives
    you what they returned, and raises what they raised. Keep tests small: two threads with one
    or two calls each show nearly everything.
"""


def test_votes_at_once(make_tally, together):
    """Several threads vote at once, and every vote counts."""
    tally = make_tally()
    together(lambda: tally.add("Ada", 2))
    assert tally.result() == ({"Ada": 2}, 2)


def test_result_meanwhile(make_tally, together):
    """Whoever asks for the result while others vote gets one that could be."""
    tally = make_tally()
    together(lambda: tally.add("Ada", 2), tally.result)


def test_refused_votes(make_tally, together):
    """A vote that is refused changes nothing and stands in nobody's way."""
    tally = make_tally()
    try:
        tally.add("Ada", 0)
    except ValueError:
        pass
