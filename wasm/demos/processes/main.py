"""Finds the factors of some numbers: in turn, in a pool of processes, in a process for each."""

import argparse
import pickle
import time
from collections import namedtuple
from multiprocessing import Barrier, Pool, Process
from multiprocessing.connection import wait

Answer = namedtuple("Answer", "number factors began done")


def factorise(number):
    """Tries every number up to the one it is given: that is what it costs."""
    began = time.time()
    factors = [i for i in range(1, number + 1) if number % i == 0]
    return Answer(number, factors, began, time.time())


class Factoriser(Process):
    """Sets self.factors: in the child, which has a memory of its own."""

    def __init__(self, number, ready):
        super().__init__()
        self.number = number
        self.ready = ready
        self.factors = None

    def run(self):
        self.ready.wait()  # until all stand, so that starting is measured apart
        self.factors = factorise(self.number).factors


def one_after_another(numbers):
    answers = [factorise(number) for number in numbers]
    for answer in answers:
        print(f"{answer.number}: {answer.factors}")
    alone = sum(answer.done - answer.began for answer in answers)
    print(f"one after another: {alone:.3f} s")
    print(f"most that can be gained, sum / largest: {sum(numbers) / max(numbers):.3f} ×")
    return alone


def in_pool(numbers, workers, alone):
    ready = Barrier(workers + 1)
    start = time.time()
    with Pool(workers, initializer=ready.wait) as pool:
        ready.wait()  # until all stand
        began = time.time()
        answers = pool.map(factorise, numbers, chunksize=1)
        took = time.time() - began
    report("pool", took, answers, alone)
    print(f"pool, start-up: {began - start:.3f} s")
    copied = sum(len(pickle.dumps(message)) for message in numbers + answers)
    print(f"pool, copied there and back: {copied} bytes")
    print("the first list, brought back by the pool:", answers[0].factors)


def as_processes(numbers, alone):
    ready = Barrier(len(numbers) + 1)
    start = time.time()
    children = [Factoriser(number, ready) for number in numbers]
    for child in children:
        child.start()
    ready.wait()
    began = time.time()
    running = {child.sentinel: child for child in children}
    answers = []
    while running:
        for ended in wait(list(running)):
            child = running.pop(ended)
            answers.append(Answer(child.number, child.factors, began, time.time()))
    for child in children:
        child.join()
    report("process for each", time.time() - began, answers, alone)
    print(f"process for each, start-up: {began - start:.3f} s")
    print(
        "the lists in memory, set by the children and read by their parent:",
        [child.factors for child in children],
    )


def report(label, took, answers, alone):
    """Compares a way with one after another."""
    gain = alone / took
    print(f"\n{label}: {took:.3f} s")
    print(f"{label}, gain: {gain:.3f} ×")
    print("last to be done:", max(answers, key=lambda answer: answer.done).number)
    work = sum(answer.done - answer.began for answer in answers)
    if work <= 1.1 * took:
        print("the work did not overlap")
    elif gain > 1.2:
        print("the work ran at the same time (parallel)")
    else:
        print("the work overlapped (concurrent) and gained little by it")


def number_list(text):
    numbers = [int(word) for word in text.split(",")]
    if len(numbers) > 8 or not all(1 <= number <= 100_000_000 for number in numbers):
        raise argparse.ArgumentTypeError("up to 8 numbers, each from 1 to 100000000")
    return numbers


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument(
        "-numbers",
        type=number_list,
        default=[53541233, 21235343, 11421443, 5423123],
        help="up to 8 numbers with commas between",
    )
    parser.add_argument("-n", type=int, default=2, choices=range(1, 9), help="workers in the pool")
    args = parser.parse_args()
    alone = one_after_another(args.numbers)
    in_pool(args.numbers, args.n, alone)
    as_processes(args.numbers, alone)


# A child that is spawned imports this file. It must not start all over.
if __name__ == "__main__":
    main()
