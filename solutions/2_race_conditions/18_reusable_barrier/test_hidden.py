"""Rounds end for all at once, again and again; between two of them there is one quiet moment."""

from hypothesis import example, given
from hypothesis import strategies as st

from grader import explore, repeat, scenario, together

BUDGET = 100  # executions per case


@scenario
def strips_compute(submission, strips, turns):
    """Each strip counts its rounds; after each round it tells how far the last strip is."""
    done = [0] * strips
    rounds = submission.Rounds(strips, lambda: None)

    def strip(me):
        last = []
        for _ in range(turns):
            done[me] += 1
            rounds.wait()
            last.append(min(done))
        return tuple(last)

    return tuple(together(*[lambda me=me: strip(me) for me in range(strips)]))


@example(strips=2, turns=2)
@given(strips=st.just(2), turns=st.integers(1, 3))
def test_nobody_runs_ahead(strips, turns):
    """After its n-th round a strip has n rounds behind it itself, so the last one has n too."""
    expected = (tuple(range(1, turns + 1)),) * strips
    assert explore(strips_compute, strips, turns, executions=BUDGET).values == {expected}


@scenario
def strips_go_on(submission, strips, turns):
    rounds = submission.Rounds(strips, lambda: None)
    together(*[repeat(rounds.wait, turns)] * strips)
    return "all have gone on"


@example(strips=3, turns=1)
@given(strips=st.integers(1, 3), turns=st.integers(1, 2))
def test_everybody_goes_on(strips, turns):
    run = explore(strips_go_on, strips, turns, executions=BUDGET)
    assert run.values == {"all have gone on"}


@scenario
def between_rounds(submission, strips, turns):
    """Tells how far all strips are whenever `between` is called, and how often each sees it."""
    done = [0] * strips
    calls = []
    rounds = submission.Rounds(strips, lambda: calls.append(tuple(done)))

    def strip(me):
        seen = []
        for _ in range(turns):
            done[me] += 1
            rounds.wait()
            seen.append(len(calls))
        return tuple(seen)

    seen = together(*[lambda me=me: strip(me) for me in range(strips)])
    return tuple(seen), tuple(calls)


@given(shape=st.sampled_from([(1, 2), (1, 3), (2, 1)]))
def test_between_is_called_once(shape):
    strips, turns = shape
    numbers = tuple(range(1, turns + 1))
    expected = ((numbers,) * strips, tuple((number,) * strips for number in numbers))
    assert explore(between_rounds, strips, turns, executions=BUDGET).values == {expected}


@scenario
def one_is_missing(submission, strips):
    rounds = submission.Rounds(strips, lambda: None)
    together(*[rounds.wait] * (strips - 1))
    return "went on without the last one"


@given(strips=st.integers(2, 3))
def test_waiting_costs_nothing(strips):
    """Whoever waits for a strip that never comes sleeps for ever, and that is right here."""
    kinds = {outcome.kind for outcome in explore(one_is_missing, strips, executions=20).outcomes}
    assert kinds == {"deadlock"}
