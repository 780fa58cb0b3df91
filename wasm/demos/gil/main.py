"""Has threads compute, wait and count under CPython's interpreter lock, and in C code that keeps
the lock or lets go of it."""

import argparse
import hashlib
import sys
import threading
import time

parser = argparse.ArgumentParser()
parser.add_argument("-workers", type=int, default=2, help="how many threads compute")
parser.add_argument("-n", type=int, default=1000000, help="steps of each thread")
parser.add_argument("-interval", type=float, default=0.005, help="switch interval in seconds")
args = parser.parse_args()


def together(*functions):
    """Runs each function on a thread of its own, from a common start, and gives the seconds."""
    barrier = threading.Barrier(len(functions) + 1)

    def begin(function):
        barrier.wait()
        function()

    threads = [threading.Thread(target=begin, args=[f]) for f in functions]
    for thread in threads:
        thread.start()
    barrier.wait()
    begun = time.perf_counter()
    for thread in threads:
        thread.join()
    return time.perf_counter() - begun


def python_code():
    x = 1
    for _ in range(args.n):
        x = (x * 69069 + 1) & 0xFFFFFFFF


def call_that_keeps():
    """Few calls of C code that does not let go of the GIL: numbers of many digits."""
    for _ in range(5):
        pow(3, 60000)


block = bytes(4 << 20)


def call_that_releases():
    """Few calls of C code that lets go of it: hashlib does, from 2048 bytes on."""
    for _ in range(5):
        hashlib.sha256(block)


def compute():
    for function in (python_code, call_that_keeps, call_that_releases):
        # The best of five: the machine may have other things to do.
        alone = min(together(function) for _ in range(5))
        took = min(together(*[function] * args.workers) for _ in range(5))
        faster = args.workers * alone / took
        print(f"{args.workers} × thread, {function.__name__}: {faster:.2f} times as fast as alone")


def latency():
    """How late a thread that waits is, beside one that computes."""
    late = []
    computing = True

    def busy():
        x = 1
        while computing:
            x = (x * 69069 + 1) & 0xFFFFFFFF

    def wait():
        nonlocal computing
        until = time.perf_counter() + 0.3
        while len(late) < 5 or time.perf_counter() < until:
            begun = time.perf_counter()
            time.sleep(0.001)
            late.append(time.perf_counter() - begun - 0.001)
        computing = False

    together(busy, wait)
    return sum(late) / len(late)


def hand_overs():
    """Notes, where threads compute, how often another one has been there since."""
    last, changes = 0, 0

    def compute(me):
        nonlocal last, changes
        for _ in range(args.n):
            if last != me:
                last, changes = me, changes + 1

    took = together(lambda: compute(1), lambda: compute(2))
    return changes / took


class Counter:
    def __init__(self):
        self.count = 0

    def after(self):
        """Since CPython 3.10 the GIL changes hands where a loop turns or a function is called, and
        there is neither between this load and this store."""
        self.count += 1

    def between(self):
        self.count = int(self.count) + 1


def switches():
    for where in ("after", "between"):
        counter = Counter()
        increment = getattr(counter, where)

        def count():
            for _ in range(args.n // 2):
                increment()

        together(*[count] * args.workers)
        print(f"want: {args.workers * (args.n // 2)}, got: {counter.count}, a call {where}")


def references():
    """Takes and drops references to one object. The GIL keeps its count right."""
    thing = object()
    before = sys.getrefcount(thing)

    def refer():
        for _ in range(args.n):
            another = thing
            del another

    took = together(*[refer] * args.workers)
    left = sys.getrefcount(thing) - before
    pairs = args.workers * (args.n)
    print(f"references left over: {left}, a pair cost {took / pairs * 1e9:.0f} ns")


print(f"CPython {sys.version.split()[0]}")
compute()
for interval in (args.interval / 10, args.interval, args.interval * 10):
    sys.setswitchinterval(interval)
    print(f"switch interval {interval:.4f} s")
    print(f"  hand-overs: at least {hand_overs():.0f} /s")
    print(f"  a thread that waits is late by {latency() * 1000:.2f} ms")
sys.setswitchinterval(args.interval)
switches()
references()
