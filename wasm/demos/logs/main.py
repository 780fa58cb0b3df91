"""Runs several services beside one another, merges what they say into one log in the order of time,
and starts anew what crashed and what watches an edited file."""

import argparse
import heapq
import multiprocessing
import os
import queue
import sys
import tempfile
import time

parser = argparse.ArgumentParser()
parser.add_argument("-n", type=int, default=3, help="services that only count, 1 to 5")
parser.add_argument("-d", type=float, default=5, help="how long all of it runs, in seconds")
parser.add_argument("-crash", type=int, default=6, help="one crashes after so many lines; 0: never")
parser.add_argument("-buffer", type=int, default=3, help="lines the second counter sends at once")
parser.add_argument("-hold", type=float, default=0.8, help="how long a line is held back, in seconds")
parser.add_argument("-edit", type=float, default=2, help="when the file is edited by itself; 0: never")

BEFORE = "duck 3\ngoose 5\nswan seven\n"
AFTER = "duck 3\ngoose 5\nswan 7\n"


def serve(name, pace, crash, buffer, file, lines):
    """What a process of a service does. Started anew, it counts from 1."""
    gathered, count = [], 0
    while True:
        time.sleep(pace)
        count += 1
        text = f"counter {count}"
        if file:
            text += f", {len(read(file)[0])} for sale"
        gathered.append((time.time(), name, text))
        if len(gathered) >= buffer:
            for line in gathered:
                lines.put(line)
            gathered = []
        if count == crash:
            lines.close()
            lines.join_thread()  # a queue sends in a thread of its own
            sys.exit(3)


def test(name, file, lines):
    """Says, as a test runner does, what is wrong with the file, and ends."""
    known, wrong = read(file)
    text = "FAIL, " + "; ".join(wrong) if wrong else f"PASS, {len(known)} prices"
    lines.put((time.time(), name, text))


def read(file):
    known, wrong = {}, []
    with open(file, encoding="utf-8") as rows:
        for number, row in enumerate(rows.read().strip().split("\n"), 1):
            name, _, price = row.strip().partition(" ")
            try:
                known[name] = float(price)
            except ValueError:
                wrong.append(f'line {number} has no price: "{row:.20}"')
    return known, wrong


class Service:
    """What the supervisor knows of one. Each has a queue of its own: a process that is killed while
    it holds a shared queue's lock would silence all the others."""

    def __init__(self, name, target, *args, watches=False):
        self.name, self.target, self.args, self.watches = name, target, args, watches
        self.starts = self.crashes = self.restarts = self.count = 0
        self.due = 0.0  # when it is to start; infinity: when the file changes
        self.process = None

    def start(self):
        self.lines = multiprocessing.Queue()
        args = (self.name, *self.args, self.lines)
        self.process = multiprocessing.Process(target=self.target, args=args, daemon=True)
        self.process.start()
        self.starts += 1


def supervise(args, file):
    paces = zip(["web", "mail", "db", "search", "cache"], range(args.n))
    services = [
        Service(name, serve, 0.11 + 0.07 * i, 0, args.buffer if i == 1 else 1, None)
        for name, i in paces
    ]
    services += [
        Service("flaky", serve, 0.13, args.crash, 1, None),
        Service("shop", serve, 0.4, 0, 1, file, watches=True),
        Service("tests", test, file, watches=True),
    ]
    log = Log(args.hold)
    begun, known, by_itself = log.begun, BEFORE, args.edit > 0
    while time.time() - begun < args.d:
        for service in services:
            tend(service, log)
        log.print_due()
        if by_itself and time.time() - begun > args.edit:
            by_itself = False
            with open(file, "w", encoding="utf-8") as out:
                out.write(AFTER)
        with open(file, encoding="utf-8") as now:
            text = now.read()
        if text != known:
            known = text
            for service in services:
                if service.watches:
                    log.say(service, "prices.txt has changed: it starts anew")
                    service.restarts += 1
                    if service.process:
                        service.process.kill()
                    service.due = 0.0
                    service.process = None
        time.sleep(0.01)
    for service in services:
        if service.process:
            service.process.kill()
    log.print_due(everything=True)
    return services, log


def tend(service, log):
    if service.process is None:
        if time.time() >= service.due:
            service.start()
        return
    ended = service.process.exitcode is not None  # asked before the queue is emptied
    try:
        while True:
            log.add(service, service.lines.get_nowait())
    except queue.Empty:
        pass
    if not ended:
        return
    if service.target is test:
        service.due = float("inf")
    else:
        service.crashes += 1
        log.say(service, f"has crashed, status {service.process.exitcode}: it starts anew in 300ms")
        service.due = time.time() + 0.3
    service.process = None


class Log:
    """Prints lines in the order of their times, each held back for a while."""

    def __init__(self, hold):
        self.hold, self.waiting, self.begun = hold, [], time.time()
        self.newest = self.printed = self.delay = 0.0
        self.arrived_late = self.printed_late = self.lines = 0

    def say(self, service, text):
        self.add(service, (time.time(), service.name, "* " + text))

    def add(self, service, line):
        service.count += 1
        self.lines += 1
        self.arrived_late += line[0] < self.newest
        self.newest = max(self.newest, line[0])
        heapq.heappush(self.waiting, line)

    def print_due(self, everything=False):
        while self.waiting and (everything or self.waiting[0][0] + self.hold <= time.time()):
            at, name, text = heapq.heappop(self.waiting)
            self.printed_late += at < self.printed
            self.printed = max(self.printed, at)
            self.delay = max(self.delay, time.time() - at)
            print(f"{at - self.begun:6.3f} {name:6} | {text}", flush=True)


def report(services, log):
    for service in services:
        print(f"{service.name}: {service.count} lines, started {service.starts} times")
    print(f"lines in the log: {log.lines} lines")
    print(f"came after a later one: {log.arrived_late} lines")
    print(f"out of order in the log: {log.printed_late} lines")
    print(f"longest way into the log: {log.delay:.3f} s")
    print(f"starts after a crash: {sum(s.crashes for s in services)} starts")
    print(f"starts because the file changed: {sum(s.restarts for s in services)} starts")
    others = sum(s.starts - 1 for s in services if not s.watches and not s.crashes)
    print(f"the same, of those that do not watch it: {others} starts")


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "prices.txt")
        with open(path, "w", encoding="utf-8") as out:
            out.write(BEFORE)
        print(f"edit {path} while this runs", flush=True)
        report(*supervise(parser.parse_args(), path))
