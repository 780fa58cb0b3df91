"""Gives everybody a ticket at once and serves them one after another, through a session that
expires and a worker that dies, and measures how long they wait."""

import argparse
import collections
import multiprocessing
import queue
import random
import threading
import time

parser = argparse.ArgumentParser()
parser.add_argument("-n", type=int, default=80, help="how many people come")
parser.add_argument("-load", type=int, default=80, help="how busy the session is, in percent")
parser.add_argument("-sessions", type=int, default=1, help="sessions that serve side by side")
parser.add_argument("-service", type=float, default=0.01, help="seconds of one request")
parser.add_argument("-expire", type=float, default=0.3, help="a session lasts so long; 0: for ever")
parser.add_argument("-login", type=float, default=0.04, help="seconds to log in")
parser.add_argument("-kill", type=int, default=20, help="its worker is killed; 0: none")
parser.add_argument("-seed", type=int, default=1, help="when people come, by chance")


def work(desk):
    """What a worker does: it keeps the token, and nothing else."""
    token = 0
    while True:
        number = desk.recv()
        if number is None:
            return
        while True:
            if token == 0:
                desk.send(("login", 0, 0))
                token = desk.recv()
            desk.send(("use", number, token))
            if desk.recv() == "done":
                break
            token = 0  # it has expired: once more, with a new one
        desk.send(("done", number, 0))


class Day:
    """How people come and are served, and then what came of it."""

    def __init__(self, args, people, gap, sessions, expire=0.0, kill=0, tell=False):
        self.args, self.people, self.gap, self.sessions = args, people, gap, sessions
        self.expire, self.kill, self.tell = expire, kill, tell
        self.lock = threading.Lock()
        self.waits, self.done = [], collections.Counter()
        self.logins = self.repeats = self.deaths = 0

    def serve(self):
        self.queue = queue.Queue()
        ready = threading.Barrier(self.sessions + 1)
        sessions = [Session(self) for _ in range(self.sessions)]
        serving = [threading.Thread(target=each.work, args=(ready,)) for each in sessions]
        for thread in serving:
            thread.start()
        ready.wait()  # the workers stand and are logged in: starting them is not counted
        self.begun = time.perf_counter()
        chance = random.Random(self.args.seed)
        for number in range(1, self.people + 1):
            self.queue.put((number, time.perf_counter()))
            if self.gap:
                time.sleep(chance.expovariate(1 / self.gap))
        for _ in serving:
            self.queue.put(None)
        for thread in serving:
            thread.join()
        self.took = time.perf_counter() - self.begun
        return self

    def say(self, text):
        if self.tell:
            print(f"{time.perf_counter() - self.begun:6.3f} {text}")


class Session:
    """One login to the library, which does one thing at a time, and the worker that uses it."""

    def __init__(self, day):
        self.day, self.token, self.until, self.killed = day, 0, None, False

    def work(self, ready):
        self.hire()
        self.serve(0)  # ticket 0 asks for nothing: the worker logs in
        ready.wait()
        while (ticket := self.day.queue.get()) is not None:
            number, came = ticket
            self.day.waits.append(time.perf_counter() - came)
            while True:  # a ticket is gone when it is done, not before
                try:
                    self.serve(number)
                    break
                except (EOFError, OSError):
                    self.day.deaths += 1
                    self.day.say(f"ticket {number}: the worker died, another one takes the ticket")
                    self.hire()
        self.pipe.send(None)
        self.worker.join()

    def hire(self):
        self.pipe, theirs = multiprocessing.Pipe()
        self.worker = multiprocessing.Process(target=work, args=(theirs,), daemon=True)
        self.worker.start()
        theirs.close()

    def serve(self, number):
        """Gives the worker a ticket, and answers for the library until it says done."""
        self.pipe.send(number)
        while True:
            kind, number, token = self.pipe.recv()
            if kind == "done":
                return
            self.pipe.send(self.log_in() if kind == "login" else self.use(number, token))

    def log_in(self):
        time.sleep(self.day.args.login)
        self.token += 1
        self.until = time.perf_counter() + self.day.expire if self.day.expire else None
        self.day.logins += 1
        return self.token

    def use(self, number, token):
        """Does what a ticket asks for, once: the number is the proof."""
        day = self.day
        if number and number == day.kill and not self.killed:
            self.killed = True
            self.worker.kill()
            self.worker.join()
        time.sleep(day.args.service)
        with day.lock:
            if number and day.done[number]:
                day.say(f"ticket {number}: was done already, and is only answered")
            elif token != self.token or self.until and time.perf_counter() > self.until:
                day.repeats += 1
                day.say(f"ticket {number}: the session expired in the middle, log in and repeat")
                return "expired"
            elif number:
                day.done[number] += 1
        return "done"


def report(day, one):
    once = sum(1 for times in day.done.values() if times == 1)
    print(f"tickets: {day.people}, done exactly once: {once}")
    assert once == day.people
    waits = sorted(day.waits)
    edges = [0, one, 3 * one, 10 * one, float("inf")]
    names = [
        "waited less than one request takes",
        "waited for 1 to 3 requests",
        "waited for 3 to 10",
        "waited for more",
    ]
    for name, least, most in zip(names, edges, edges[1:]):
        print(f"{name}: {sum(1 for w in waits if least <= w < most)} people")
    print(f"half waited at most: {1000 * waits[len(waits) // 2]:.3f} ms")
    print(f"longest wait: {1000 * waits[-1]:.3f} ms")
    print(f"logins: {day.logins} times")
    print(f"requests repeated after expiry: {day.repeats} times")
    print(f"workers that died: {day.deaths} times")


if __name__ == "__main__":
    args = parser.parse_args()
    Day(args, 10, 0, 1).serve()  # the first are slow
    alone = Day(args, 10, 0, 1).serve()  # all at once: how long one takes
    one = alone.took / alone.people
    print(f"one request, asked and answered: {1000 * one:.3f} ms")
    gap = one * 100 / args.load
    today = Day(args, args.n, gap / args.sessions, args.sessions, args.expire, args.kill, True)
    report(today.serve(), one)
    print()
    for label, percent, sessions in (
        ("average wait, 50 % busy", 50, 1),
        ("average wait, 80 % busy", 80, 1),
        ("average wait, 95 % busy", 95, 1),
        ("the same people, a second session", 95, 2),
    ):
        day = Day(args, args.n, one * 100 / percent, sessions).serve()
        print(f"{label}: {1000 * sum(day.waits) / len(day.waits):.3f} ms")
