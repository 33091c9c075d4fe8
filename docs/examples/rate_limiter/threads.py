import time

from rate_limiter import RateLimiter

from grader import together


def a_burst():
    limiter = RateLimiter(1, seconds=60)
    return sum(together(limiter.allow, limiter.allow))


def a_burst_in_the_next_minute():
    limiter = RateLimiter(1, seconds=60)
    limiter.allow()
    time.sleep(60)
    return sum(together(limiter.allow, limiter.allow))
