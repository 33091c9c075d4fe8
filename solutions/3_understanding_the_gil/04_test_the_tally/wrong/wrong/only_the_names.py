# Compares the votes by name after votes for two names, and never the total.
# Hint: compare all that is promised; a part that you don't look at may be wrong for ever.
def test_votes_at_once(make_tally, together):
    tally = make_tally()
    together(lambda: tally.add("Ada", 2), lambda: tally.add("Ada", 1))
    assert tally.result()[0] == {"Ada": 3}
    tally = make_tally()
    together(lambda: tally.add("Ada", 2), lambda: tally.add("Bob", 1))
    assert tally.result()[0] == {"Ada": 2, "Bob": 1}


def test_result_meanwhile(make_tally, together):
    tally = make_tally()
    (by_name, total), _ = together(tally.result, lambda: tally.add("Ada", 2))
    assert sum(by_name.values()) == total
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
