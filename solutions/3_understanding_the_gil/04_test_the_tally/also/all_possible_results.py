"""Lists the results that could be, and takes no other one."""


def test_two_voters_and_one_who_asks(make_tally, together):
    tally = make_tally()
    tally.add("Ada", 1)
    meanwhile, _ = together(tally.result, lambda: tally.add("Ada", 1))
    assert meanwhile in [({"Ada": 1}, 1), ({"Ada": 2}, 2)]
    kept = tally.result()
    together(lambda: tally.add("Bob", 1), lambda: tally.add("Bob", 2))
    assert tally.result() == ({"Ada": 2, "Bob": 3}, 5)
    assert kept == ({"Ada": 2}, 2)


def test_refused_beside_accepted(make_tally, together):
    tally = make_tally()

    def refused():
        try:
            tally.add("Ada", 0)
        except ValueError:
            return "refused"

    said, _ = together(refused, lambda: tally.add("Bob", 1))
    assert (said, tally.result()) == ("refused", ({"Bob": 1}, 1))
