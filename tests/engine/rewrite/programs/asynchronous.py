"""Async syntax, stepped by hand with `send`; no event loop."""

import types


class Pause:
    """Awaiting it yields one request and returns the answer."""

    def __init__(self, request):
        self.request = request

    def __await__(self):
        return (yield self.request)


def drive(coroutine, answers=()):
    """Runs a coroutine; returns what it asked for and its result."""
    asked, answers = [], iter(answers)
    try:
        asked.append(coroutine.send(None))
        while True:
            asked.append(coroutine.send(next(answers, None)))
    except StopIteration as stop:
        return asked, stop.value


class Manager:
    def __init__(self, name, log, swallow=False):
        self.name, self.log, self.swallow = name, log, swallow

    async def __aenter__(self):
        self.log.append(await Pause(f"enter {self.name}"))
        return self.name

    async def __aexit__(self, kind, *rest):
        self.log.append((await Pause(f"exit {self.name}"), kind and kind.__name__))
        return self.swallow


async def ticker(n):
    for i in range(n):
        yield await Pause(f"tick {i}")


def coroutines():
    async def inner(x):
        return x + await Pause("inner")

    async def outer():
        a = await inner(1)
        b = [await inner(a), await Pause("list")]
        c = {await Pause("key"): await Pause("value")}
        d = (await Pause("function"))(await Pause("argument"))
        b[await Pause("index")] += await Pause("add")
        return a, b, c, d, f"{await Pause('text')}"

    return drive(outer(), [10, 20, 30, "k", "v", len, "four", 1, 5, "t"])


def async_with():
    log = []

    async def main():
        async with Manager("a", log) as a, Manager("b", log):
            log.append(a)
        async with Manager("c", log, swallow=True):
            raise ValueError
        for _ in range(2):
            async with Manager("d", log):
                continue
        async with Manager("e", log):
            return "value"

    return drive(main(), range(100)), log


def async_for():
    async def main():
        seen = []
        async for x in ticker(4):
            if x == 1:
                continue
            if x == 3:
                break
            seen.append(x)
        else:
            seen.append("never")
        async for x in ticker(1):
            pass
        else:
            seen.append("else")
        return seen

    return drive(main(), range(100))


def async_comprehensions():
    async def main():
        a = [x async for x in ticker(2)]
        b = {x: y async for x in ticker(2) for y in [await Pause("y")] if x}
        c = [await Pause(i) for i in range(2)]
        d = [(x, y) for x in "a" async for y in ticker(2) if y]
        e = (x async for x in ticker(1))
        f = [x async for x in e]
        g = {[z async for z in ticker(1)][0] for _ in range(1)}
        return a, b, c, d, f, g

    return drive(main(), range(1, 100))


def async_generators():
    log = []

    async def generator():
        try:
            got = yield 1
            log.append(got)
            yield await Pause("inside")
        except KeyError as error:
            log.append(str(error))
            yield "recovered"
        finally:
            log.append("end")

    async def main():
        g = generator()
        values = [await g.__anext__(), await g.asend("sent")]
        values.append(await g.athrow(KeyError("k")))
        await g.aclose()
        h = generator()
        values.append(await anext(h))
        await h.aclose()
        try:
            await anext(h)
        except StopAsyncIteration:
            values.append("stop")
        values.append(await anext(h, "default"))
        return values

    return drive(main(), ["answer"]), log


def exceptions_and_cleaning_up():
    log = []

    async def main():
        try:
            await Pause("wait")
        except ValueError as error:
            log.append(str(error))
        finally:
            log.append(await Pause("clean up"))
        return "done"

    c = main()
    steps = [c.send(None), c.throw(ValueError("thrown"))]
    try:
        c.send("cleaned")
    except StopIteration as stop:
        steps.append(stop.value)

    async def closed():
        try:
            await Pause("wait")
        finally:
            log.append("closed")

    d = closed()
    d.send(None)
    d.close()
    return steps, log


def awaiting_what_cannot_be_awaited():
    async def main():
        messages = []
        for thing in (5, None, [1]):
            try:
                await thing
            except TypeError as error:
                messages.append(str(error))
        try:
            async for _ in [1]:
                pass
        except TypeError as error:
            messages.append(str(error))
        try:
            async with 5:
                pass
        except (TypeError, AttributeError) as error:
            messages.append(str(error))
        return messages

    return drive(main())


def async_methods_and_closures():
    class C:
        def __init__(self):
            self.n = 0

        async def bump(self, by=1):
            self.n += await Pause(by)
            return self.n

        @staticmethod
        async def static():
            return await Pause("static")

        async def __call__(self):
            return await super().__getattribute__("bump")(5)

    async def main():
        total = 0
        c = C()

        async def add():
            nonlocal total
            total += await c.bump()

        await add()
        await add()
        return total, await C.static(), await c(), c.n

    return drive(main(), [1, 2, "s", 7])


def generator_based_coroutines():
    @types.coroutine
    def pause(x):
        got = yield x
        return got

    async def main():
        return await pause("a") + await pause("b")

    return drive(main(), [1, 2])


def names_and_flags():
    async def f():
        """Doc."""
        return await Pause(1)

    import inspect

    c = f()
    c.close()
    return f.__doc__, inspect.iscoroutinefunction(f), inspect.isasyncgenfunction(ticker), c.__name__, (
        c.__qualname__, c.cr_await, f.__code__.co_names
    )  # fmt: skip


def lambda_and_await():
    async def main():
        f = lambda x: Pause(x)  # noqa: E731
        return [await f(i) for i in range(2)], await (lambda: Pause("z"))()

    return drive(main(), [1, 2, 3])
