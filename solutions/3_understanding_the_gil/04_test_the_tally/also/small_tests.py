"""A test per mistake, each as small as can be."""


def test_same_name(make_tally, together):
    tally = make_tally()
    together(lambda: tally.add("Ada", 1), lambda: tally.add("Ada", 1))
    assert tally.result()[0] == {"Ada": 2}


def test_two_names(make_tally, together):
    tally = make_tally()
    together(lambda: tally.add("Ada", 1), lambda: tally.add("Bob", 1))
    assert tally.result()[1] == 2


def test_it_fits(make_tally, together):
    tally = make_tally()
    _, result = together(lambda: tally.add("Ada", 1), tally.result)
    assert result in (({}, 0), ({"Ada": 1}, 1))


def test_it_stays(make_tally, together):
    tally = make_tally()
    result = tally.result()
    tally.add("Ada", 1)
    assert result == ({}, 0)


def test_refused(make_tally, together):
    tally = make_tally()
    try:
        tally.add("Ada", 0)
        raise AssertionError("no votes are no votes")
    except ValueError:
        assert tally.result() == ({}, 0)
