"""Has several processes add and delete names in one JSON file: without a lock, with the decorators
in the post's order, and with the lock really held. Counts what is lost."""

import argparse
import datetime
import fcntl
import functools
import json
import multiprocessing
import os
import tempfile
import time

JST = datetime.timezone(datetime.timedelta(hours=9))


class App:
    """As much of a web framework as the lesson needs: functions by their paths."""

    def __init__(self):
        self.routes = {}

    def route(self, path):
        def register(handler):
            self.routes[path] = handler  # what is registered is what it is given
            return handler

        return register


def locked(handler):
    @functools.wraps(handler)
    def hold(file, name):
        with open(file + ".lock", "w") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)  # freed when the file is closed, and by death
            return handler(file, name)

    return hold


def change(file, update):
    """The read-modify-write: between its first and its last line another process may write."""
    with open(file) as f:
        users = json.load(f)
    update(users)
    time.sleep(args.think)
    with open(file, "w") as f:  # for a moment the file is empty
        json.dump(users, f)


def add(file, name):
    change(file, lambda users: users.update({name: datetime.datetime.now(JST).isoformat()}))


def delete(file, name):
    change(file, lambda users: users.pop(name, None))


def make_app(way):
    app = App()
    for path, handler in [("/add_active_user", add), ("/delete_active_user", delete)]:
        if way == "none":
            app.route(path)(handler)
        elif way == "decorator":  # @locked above @app.route: nobody calls its result
            locked(app.route(path)(handler))
        else:  # @app.route above @locked
            app.route(path)(locked(handler))
    return app


def work(file, way, number, start, answers):
    app = make_app(way)
    kept, gone, failed = [], [], 0
    start.wait()
    for i in range(args.names):
        name = f"user-{number}-{i}"
        try:
            app.routes["/add_active_user"](file, name)
            if i % 3 == 2:
                app.routes["/delete_active_user"](file, name)
                gone.append(name)
            else:
                kept.append(name)
        except json.JSONDecodeError:  # a torn file: a 500
            failed += 1
    answers.put((kept, gone, failed))


def race(folder, way):
    file = os.path.join(folder, way + ".json")
    with open(file, "w") as f:
        json.dump({}, f)
    start, answers = multiprocessing.Barrier(args.workers), multiprocessing.Queue()
    processes = []
    for number in range(args.workers):
        process = multiprocessing.Process(target=work, args=(file, way, number, start, answers))
        process.start()
        processes.append(process)
    reports = [answers.get() for _ in processes]
    for process in processes:
        process.join()
    try:
        with open(file) as f:
            users = json.load(f)
    except json.JSONDecodeError as torn:
        print("  at the end the file is no JSON:", torn)
        users = {}
    lost = sum(name not in users for kept, _, _ in reports for name in kept)
    lost += sum(name in users for _, gone, _ in reports for name in gone)
    print(f"{way}: lost updates: {lost}, failed: {sum(failed for _, _, failed in reports)}")


def stale():
    now = datetime.datetime.now(JST)
    ages = [1, 20, 26, 34]
    written = {h: (now - datetime.timedelta(hours=h)).replace(tzinfo=None) for h in ages}
    day = datetime.timedelta(days=1)
    print("older than a day is forgotten; times in JST, read as")
    for name, zone in [("JST", JST), ("UTC", datetime.timezone.utc)]:
        left = [h for h in ages if now - written[h].replace(tzinfo=zone) < day]
        print(f"  {name}: {left}")


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("--workers", type=int, default=4)
    parser.add_argument("--names", type=int, default=15)
    parser.add_argument("--think", type=float, default=0.001)
    args = parser.parse_args()
    multiprocessing.set_start_method("fork")
    with tempfile.TemporaryDirectory() as folder:
        for way in ("none", "decorator", "lock"):
            race(folder, way)
    stale()
