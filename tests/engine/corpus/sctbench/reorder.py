"""SCTBench CS.reorder_*: some threads set a pair of numbers, others look at it, all unlocked."""

from running import run_threads


def reorder(setters, checkers):
    a = b = 0

    def set_both():
        nonlocal a, b
        a = 1
        b = -1

    def check():
        assert (a == 0 and b == 0) or (a == 1 and b == -1)

    run_threads(*[set_both] * setters, *[check] * checkers)


def reorder_3():
    """The checker sees `a` set and `b` not yet; only the first of two setters can show that."""
    reorder(2, 1)


def reorder_4():
    """The checker has to come into the first setter that runs, of three."""
    reorder(3, 1)


def reorder_5():
    """The checker has to come into the first setter that runs, of four."""
    reorder(4, 1)


def reorder_10():
    """The checker has to come into the first setter that runs, of nine."""
    reorder(9, 1)


def reorder_20():
    """One of ten checkers has to come into the first setter that runs, of ten."""
    reorder(10, 10)
