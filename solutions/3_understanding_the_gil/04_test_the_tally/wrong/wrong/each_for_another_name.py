# Lets all vote at once, but each for another name: nobody gets in anybody's way there.
# Hint: what threads don't share they can't spoil; have two of them change the very same thing.
def test_votes_at_once(make_tally, together):
    tally = make_tally()
    together(lambda: tally.add("Ada", 2), lambda: tally.add("Bob", 1))
    assert tally.result() == ({"Ada": 2, "Bob": 1}, 3)


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
