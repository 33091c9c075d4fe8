# Runs it again and again in one thread: the number of runs finds nothing that needs two threads.
# Hint: repeating doesn't make anything happen at once; give `together` two functions.
def test_votes_many_times(make_tally, together):
    tally = make_tally()
    for _ in range(20):
        together(lambda: tally.add("Ada", 1))
    assert tally.result() == ({"Ada": 20}, 20)


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
