from threads import three_queries

from grader import explore


def test_every_query_gets_the_connection_in_the_end():
    assert explore(three_queries).values == {("c1", "c1", "c1")}
