"""Has pools of threads and of processes make calls that wait and calls that compute, and measures
both against one call after another."""

import argparse
import time
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor, as_completed


def factorise(n):
    if n < 1:
        raise ValueError("only numbers from 1 on are factorised")
    return [d for d in range(1, n + 1) if n % d == 0]


def sleep(d):
    """Stands for a call that takes long because it waits. Python lets go of the GIL meanwhile."""
    time.sleep(d)
    return d


def new_pool(kind, workers):
    if kind == "thread":
        return ThreadPoolExecutor(workers)
    return ProcessPoolExecutor(workers)


def compare(label, kind, workers, function, arguments):
    """Makes the calls one after another and then on a pool, which starts its workers meanwhile."""
    begun = time.perf_counter()
    for argument in arguments:
        function(argument)
    alone = time.perf_counter() - begun
    print(f"{label}, one after another: {alone:.3f} s", flush=True)

    begun = time.perf_counter()
    with new_pool(kind, workers) as pool:
        for result in pool.map(function, arguments):
            if function is factorise:
                print(f"  {result}", flush=True)
    together = time.perf_counter() - begun
    print(f"{label}, on a pool of {workers} × {kind}: {together:.3f} s")
    conclude(function, alone / together)


def conclude(function, faster):
    if function is sleep and faster > 1.5:  # each wait takes as long as ever
        print(f"  the waits overlapped (concurrent): {faster:.1f} at once on average", flush=True)
    elif function is sleep:
        print("  the waits did not overlap", flush=True)
    elif faster > 1.1:  # a processor does no more in a second than before
        print(f"  {faster:.2f} times as fast: at the same time (parallel)", flush=True)
    else:
        print(f"  {faster:.2f} times as fast: the pool gained nothing", flush=True)


def orders(pool, wait):
    """Makes the same three calls twice and tells when each result came."""
    waits = [round(halves * wait / 2, 4) for halves in (3, 1, 2)]
    print(f"three calls, of {waits}")

    print("  map, in the order of the arguments:", end="")
    begun = time.perf_counter()
    for took in pool.map(sleep, waits):
        print(f" {took} at {time.perf_counter() - begun:.3f} s;", end="")
    print("\n  as completed, in the order of finishing:", end="")
    begun = time.perf_counter()
    calls = [pool.submit(sleep, d) for d in waits]
    for call in as_completed(calls):
        print(f" {call.result()} at {time.perf_counter() - begun:.3f} s;", end="")
    print(flush=True)


def mistake(pool):
    """Has one call fail. Nothing is heard of it until its result is asked for."""
    wrong, right = pool.submit(factorise, 0), pool.submit(factorise, 6)
    print("a call that fails, and the next one")
    for call in (wrong, right):
        try:
            print(f"  {call.result()}")
        except ValueError as error:
            print(f"  failed: {error}", flush=True)


def cancel_and_leave(wait):
    """Gives one thread three calls, and leaves while the first runs. A pool of processes takes one
    call more than it has workers out of the queue in advance: that one cannot be cancelled."""
    with ThreadPoolExecutor(1) as pool:
        first, second, last = [pool.submit(sleep, wait) for _ in range(3)]
        while not first.running():
            time.sleep(0.001)
        print("three calls for one thread")
        print(f"  cancel the first, which runs: {first.cancel()}")
        print(f"  cancel the last, which waits for the thread: {last.cancel()}", flush=True)
        begun = time.perf_counter()
    print(f"leaving the pool waited: {time.perf_counter() - begun:.3f} s")
    print(f"  the second is done: {second.done()}")
    try:
        pool.submit(sleep, wait)
    except RuntimeError as error:
        print(f"  a call after that failed: {error}", flush=True)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("-pool", choices=["fitting", "thread", "process"], default="fitting")
    parser.add_argument("-work", choices=["both", "io", "cpu"], default="both")
    parser.add_argument("-workers", type=int, default=0, help="0: 10 for io, 2 for cpu")
    parser.add_argument("-d", type=float, default=0.1, help="seconds that one call waits")
    args = parser.parse_args()

    def kind(fitting):
        return fitting if args.pool == "fitting" else args.pool

    if args.work != "cpu":
        compare("ten waits", kind("thread"), args.workers or 10, sleep, [args.d] * 10)
    if args.work != "io":
        # A tenth of the numbers in Go, so that both take about as long.
        numbers = [5354123, 2123533, 1142143, 542311]
        compare("four numbers", kind("process"), args.workers or 2, factorise, numbers)
    with new_pool(kind("thread"), 3) as pool:
        orders(pool, args.d)
        mistake(pool)
    cancel_and_leave(args.d)


if __name__ == "__main__":  # a process that is started afresh reads this file too
    main()
