"""Lets threads that share a counter count together, in three ways, and prints what they got."""

import argparse
import sys
import threading
import time

parser = argparse.ArgumentParser()
parser.add_argument("-workers", type=int, default=10, help="how many threads count")
parser.add_argument("-n", type=int, default=100000, help="how often each of them counts")
parser.add_argument("-trials", type=int, default=4, help="how many trials of each way")
parser.add_argument("-no-barrier", action="store_true", help="each thread begins at once")
args = parser.parse_args()


class Counter:
    def __init__(self):
        self.count = 0
        self.lock = threading.Lock()

    def increment(self):
        """Load, add, store. CPython up to 3.9 may hand the GIL to another thread
        between them, and loses updates. 3.10 and later may do so where a loop
        turns and where functions are called, and lost none here: that is how
        these versions happen to work, and nobody promised it."""
        self.count += 1

    def increment_int(self):
        """The same with a call between the load and the store. There 3.10 to 3.13
        may hand the GIL over as well, and lose updates."""
        self.count = int(self.count) + 1

    def increment_locked(self):
        with self.lock:
            self.count += 1


def trial(way):
    counter = Counter()
    increment = getattr(counter, way)
    # Without the barrier the first thread may be done before the last one starts.
    barrier = threading.Barrier(1 if args.no_barrier else args.workers)

    def work():
        barrier.wait()
        for _ in range(args.n):
            increment()

    threads = [threading.Thread(target=work) for _ in range(args.workers)]
    start = time.perf_counter()
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return counter.count, time.perf_counter() - start


want = args.workers * args.n
print(f"CPython {sys.version.split()[0]}, {args.workers} threads")
for way, text in [
    ("increment", "self.count += 1"),
    ("increment_int", "self.count = int(self.count) + 1"),
    ("increment_locked", "self.count += 1 with a lock"),
]:
    print(text)
    lossy, total = 0, 0.0
    for _ in range(args.trials):
        got, took = trial(way)
        print(f"want: {want}, got: {got}")
        lossy += got != want
        total += took
    print(f"  trials that lost updates: {lossy} of {args.trials}")
    print(f"  one increment: {total / args.trials / want * 1e9:.0f} ns")
