"""What a ledger promises, on the smallest cases. Run me: pytest exercises/ -k transfer"""

from grader import attempt, explore, scenario, together


@scenario
def two_payments_into_one_account(submission):
    ledger = submission.Ledger({"ann": 5, "ben": 5, "shop": 0})
    together(
        lambda: ledger.transfer("ann", "shop", 2),
        lambda: ledger.transfer("ben", "shop", 3),
    )
    return ledger.balance("ann"), ledger.balance("ben"), ledger.balance("shop")


def test_no_money_appears_or_vanishes():
    assert explore(two_payments_into_one_account).values == {(3, 2, 5)}


@scenario
def an_audit_during_a_transfer(submission):
    ledger = submission.Ledger({"ann": 5, "shop": 0})
    total, _ = together(ledger.total, lambda: ledger.transfer("ann", "shop", 2))
    return total


def test_every_audit_finds_the_same_total():
    assert explore(an_audit_during_a_transfer).values == {5}


@scenario
def spend_it_twice(submission):
    ledger = submission.Ledger({"ann": 5, "ben": 0, "shop": 0})
    together(
        lambda: attempt(ledger.transfer, "ann", "ben", 5),
        lambda: attempt(ledger.transfer, "ann", "shop", 5),
    )
    return ledger.balance("ann"), ledger.balance("ben"), ledger.balance("shop")


def test_nobody_overdraws():
    assert explore(spend_it_twice).values <= {(0, 5, 0), (0, 0, 5)}


@scenario
def a_refusal_and_what_follows(submission):
    ledger = submission.Ledger({"ann": 5, "shop": 0})
    refusal = attempt(ledger.transfer, "ann", "shop", 6)
    total, _ = together(ledger.total, lambda: ledger.transfer("ann", "shop", 5))
    return refusal, total, ledger.balance("shop")


def test_a_refused_transfer_changes_nothing():
    refused = ("error", "InsufficientFundsError")
    assert explore(a_refusal_and_what_follows).values == {(refused, 5, 5)}
