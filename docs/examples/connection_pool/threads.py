from connection_pool import ConnectionPool

from grader import together


def three_queries():
    pool = ConnectionPool(["c1"])

    def query():
        connection = pool.borrow()
        pool.give_back(connection)
        return connection

    return tuple(together(query, query, query))
