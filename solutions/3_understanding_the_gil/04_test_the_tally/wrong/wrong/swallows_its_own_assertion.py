# Catches whatever is raised, its own AssertionError too, so it never fails.
# Hint: `except Exception` catches a failing `assert` as well; a test has to let it out.
def test_everything(make_tally, together):
    tally = make_tally()
    try:
        together(lambda: tally.add("Ada", 2), lambda: tally.add("Ada", 1))
        assert tally.result() == ({"Ada": 3}, 3)
    except Exception:
        print("something is wrong")
