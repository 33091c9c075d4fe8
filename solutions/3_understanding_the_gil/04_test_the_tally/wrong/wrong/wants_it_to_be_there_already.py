# Demands that a result that is asked for meanwhile holds the vote already; it need not.
# Hint: what happens at once may come in either order; allow each result that one of them gives.
def test_votes_at_once(make_tally, together):
    tally = make_tally()
    together(lambda: tally.add("Ada", 2), lambda: tally.add("Ada", 1))
    assert tally.result() == ({"Ada": 3}, 3)
    tally = make_tally()
    together(lambda: tally.add("Ada", 2), lambda: tally.add("Bob", 1))
    assert tally.result() == ({"Ada": 2, "Bob": 1}, 3)


def test_refused_votes(make_tally, together):
    tally = make_tally()
    try:
        tally.add("Ada", 0)
    except ValueError:
        tally.add("Bob", 1)
    assert tally.result() == ({"Bob": 1}, 1)


def test_result_meanwhile(make_tally, together):
    tally = make_tally()
    (by_name, total), _ = together(tally.result, lambda: tally.add("Ada", 2))
    assert by_name == {"Ada": 2} and total == 2
    before = tally.result()
    tally.add("Ada", 1)
    assert before == ({"Ada": 2}, 2)
