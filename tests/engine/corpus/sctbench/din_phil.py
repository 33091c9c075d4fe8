"""SCTBench CS.din_phil*_sat: philosophers who eat one at a time, and are counted after that."""

from threading import Lock

from running import run_threads


def dine(philosophers):
    forks = [Lock() for _ in range(philosophers)]
    table = Lock()
    fed = 0

    def philosopher(left):
        nonlocal fed
        with table:
            with forks[(left + 1) % philosophers]:
                with forks[left]:
                    pass
        fed += 1
        assert fed != philosophers

    run_threads(*[lambda left=left: philosopher(left) for left in range(philosophers)])


def din_phil2():
    """The assertion denies that two can be fed; it holds only where an increment is lost."""
    dine(2)


def din_phil3():
    """As with two: all three fed is taken for an error."""
    dine(3)


def din_phil4():
    """As with two: all four fed is taken for an error."""
    dine(4)


def din_phil5():
    """As with two: all five fed is taken for an error."""
    dine(5)


def din_phil6():
    """As with two: all six fed is taken for an error."""
    dine(6)


def din_phil7():
    """As with two: all seven fed is taken for an error."""
    dine(7)
