"""Hands items from producers to consumers through queue.Queue, and measures who waits for whom."""

import argparse
import queue
import threading
import time

parser = argparse.ArgumentParser()
parser.add_argument("-producers", type=int, default=3, help="how many producers")
parser.add_argument("-consumers", type=int, default=2, help="how many consumers")
parser.add_argument("-capacity", type=int, default=4, help="room in the queue; 0 means no limit")
parser.add_argument("-items", type=int, default=30, help="how many items in all")
parser.add_argument("-produce", type=float, default=0.02, help="seconds to make an item")
parser.add_argument("-consume", type=float, default=0.05, help="seconds to use an item")
args = parser.parse_args()

jobs = queue.Queue(maxsize=args.capacity)

# Python 3.13 can shut a queue down: get raises ShutDown once it is empty, much as
# range ends in Go. Before that every consumer has to find a last item of its own.
can_shut_down = hasattr(jobs, "shutdown")
ShutDown = getattr(queue, "ShutDown", ())  # "except ()" catches nothing
LAST = object()


class Tally:
    """Belongs to one thread until that is done: the queue is all they share."""

    def __init__(self):
        self.items = []
        self.worked = self.waited = 0.0
        self.longest = 0  # queue, right after an item was put in


def produce(first, tally):
    for item in range(first, args.items, args.producers):
        begun = time.perf_counter()
        time.sleep(args.produce)
        made = time.perf_counter()
        jobs.put(item)  # waits while the queue is full
        tally.waited += time.perf_counter() - made
        tally.worked += made - begun
        tally.longest = max(tally.longest, jobs.qsize())
        tally.items.append(item)


def consume(tally):
    while True:
        free = time.perf_counter()
        try:
            item = jobs.get()  # waits while the queue is empty
        except ShutDown:
            item = LAST
        got = time.perf_counter()
        tally.waited += got - free
        if item is LAST:
            return
        time.sleep(args.consume)
        tally.worked += time.perf_counter() - got
        tally.items.append(item)
        jobs.task_done()  # join counts these, not what was taken out


def shut_down():
    if can_shut_down:
        jobs.shutdown()
        return
    for _ in consuming:
        jobs.put(LAST)


def report(who, tallies):
    for i, tally in enumerate(tallies, 1):
        print(f"{who} {i}: items {len(tally.items)}, waited {tally.waited:.3f} s")


print(f"items: {args.items}, room in the queue: {args.capacity or 'no limit'}")

put = [Tally() for _ in range(args.producers)]
taken = [Tally() for _ in range(args.consumers)]
producing = [threading.Thread(target=produce, args=pair) for pair in enumerate(put)]
consuming = [threading.Thread(target=consume, args=(tally,)) for tally in taken]

begun = time.perf_counter()
for thread in producing + consuming:
    thread.start()
for thread in producing:
    thread.join()  # after this nobody puts anything in
report("producer", put)
jobs.join()  # waits until task_done was called for every item
shut_down()  # only now: the consumers still sit in get
for thread in consuming:
    thread.join()
total = time.perf_counter() - begun
report("consumer", taken)

# No item was lost and none was used twice.
assert sorted(item for tally in taken for item in tally.items) == list(range(args.items))
print("each item was used exactly once")

producer = sum(tally.waited for tally in put) / args.producers
consumer = sum(tally.waited for tally in taken) / args.consumers
print(f"total time: {total:.3f} s")
print(f"a producer waited, on average: {producer:.3f} s")
print(f"a consumer waited, on average: {consumer:.3f} s")
print(f"longest queue seen: {max(tally.longest for tally in put)} items")

if max(producer, consumer) < total / 10:
    print("hardly anybody waited")
elif producer > consumer:
    print("the producers waited for the consumers (back-pressure)")
else:
    print("the consumers waited for the producers")

at_once = sum(tally.worked for tally in put + taken) / total
if at_once > 1.1:
    print(f"the work overlapped (concurrent): {at_once:.1f} at once on average")
else:
    print("the work did not overlap")
