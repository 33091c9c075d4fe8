# Calls everything and asserts nothing: a wrong number isn't noticed.
# Hint: a call that comes back isn't yet right; say what the result must be.
def test_everything(make_tally, together):
    tally = make_tally()
    together(lambda: tally.add("Ada", 2), lambda: tally.add("Ada", 1), tally.result)
