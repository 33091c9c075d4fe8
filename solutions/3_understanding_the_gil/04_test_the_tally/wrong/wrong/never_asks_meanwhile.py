# Asks for the result only when all have voted.
# Hint: a result that is read while others write may be half old and half new; ask at the same time.
def test_votes_at_once(make_tally, together):
    tally = make_tally()
    together(lambda: tally.add("Ada", 2), lambda: tally.add("Ada", 1))
    assert tally.result() == ({"Ada": 3}, 3)
    tally = make_tally()
    together(lambda: tally.add("Ada", 2), lambda: tally.add("Bob", 1))
    assert tally.result() == ({"Ada": 2, "Bob": 1}, 3)


def test_result_meanwhile(make_tally, together):
    tally = make_tally()
    tally.add("Ada", 2)
    before = tally.result()
    tally.add("Ada", 1)
    assert before == ({"Ada": 2}, 2)


def test_refused_votes(make_tally, together):
    tally = make_tally()
    try:
        tally.add("Ada", 0)
    except ValueError:
        tally.add("Bob", 1)
    assert tally.result() == ({"Bob": 1}, 1)
