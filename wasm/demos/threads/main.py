"""Waits ten times in a system call, first one call after another and then on threads."""

import argparse
import select
import socket
import threading
import time

parser = argparse.ArgumentParser()
parser.add_argument("-n", type=int, default=10, help="how many calls")
parser.add_argument("-d", type=float, default=0.1, help="seconds that one call takes")
args = parser.parse_args()

# select waits until a socket has something to read, or until the time is up.
# Nobody ever sends anything to this one. It has to be UDP: of a TCP socket that
# is not connected Linux says "hung up", and select returns at once.
silent = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)


def slow_system_call():
    """Blocks its thread. Python lets go of the GIL while it waits."""
    select.select([silent], [], [], args.d)


def one_after_another():
    for _ in range(args.n):
        slow_system_call()


def on_threads():
    threads = [threading.Thread(target=slow_system_call) for _ in range(args.n)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()


def measure(work):
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


print(f"{args.n} system calls of {args.d} s")

sequential = measure(one_after_another)
print(f"one after another: {sequential:.3f} s")

together = measure(on_threads)
print(f"on threads: {together:.3f} s")

# All calls added up, divided by the time they took together: so many were under
# way at once.
at_once = sequential / together
if at_once > 1.5:
    print(f"the calls overlapped (concurrent): {at_once:.1f} at once on average")
else:
    print("the calls did not overlap")
