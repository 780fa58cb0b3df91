"""Does two kinds of work, waiting and computing, in each way that Python has to do several things at
once, and measures them."""

import argparse
import asyncio
import time
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor


def wait(seconds):
    time.sleep(seconds)


def compute(steps):
    total = 1
    for _ in range(steps):
        total = (total * 69069 + 1) & 0xFFFFFFFF
    return total


def timed(run, *args):
    begun = time.perf_counter()
    return run(*args) or time.perf_counter() - begun  # a pool tells its time itself


def twice(run, *args):
    """The quicker of two runs: a machine has other things to do, too."""
    return min(timed(run, *args), timed(run, *args))


def in_turn(function, size, n):
    for _ in range(n):
        function(size)


def on_loop(function, size, n):
    async def task():
        if function is wait:
            await asyncio.sleep(size)
        else:
            function(size)  # nothing to await

    async def main():
        await asyncio.gather(*(task() for _ in range(n)))

    asyncio.run(main())


def on_pool(executor, function, size, n, workers):
    with executor(workers) as pool:
        list(pool.map(wait, [0.01] * workers))  # so that its workers stand
        begun = time.perf_counter()
        list(pool.map(function, [size] * n))
        return time.perf_counter() - begun


def report(label, seconds, turn):
    print(f"{label}: {seconds:.3f} s, {turn / seconds:.1f} times as fast", flush=True)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("-waits", type=int, default=8)
    parser.add_argument("-d", type=float, default=0.05, help="seconds that a wait takes")
    parser.add_argument("-sums", type=int, default=4)
    # A fortieth of the steps in Go, so that both take about as long.
    parser.add_argument("-rounds", type=float, default=2, help="millions of steps")
    parser.add_argument("-workers", type=int, default=4)
    args = parser.parse_args()
    works = [
        ("work that waits", wait, args.d, args.waits, min(args.waits, 32)),
        ("work that computes", compute, int(args.rounds * 1e6), args.sums, min(args.sums, args.workers)),
    ]
    for label, function, size, n, workers in works:
        print(f"{label}, {n} times:", flush=True)
        turn = twice(in_turn, function, size, n)
        print(f"one after another: {turn:.3f} s", flush=True)
        report("event loop", twice(on_loop, function, size, n), turn)
        for name, executor in (("threads", ThreadPoolExecutor), ("processes", ProcessPoolExecutor)):
            report(name, twice(on_pool, executor, function, size, n, workers), turn)


if __name__ == "__main__":
    main()
