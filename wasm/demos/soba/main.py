"""Tells asyncio as a soba shop: one clerk, and guests who think before they order. Measures whether
their thinking overlaps, and shows who runs when."""

import argparse
import asyncio
import time
import warnings


def say(text):
    """Prints a line with the time and the task that runs."""
    name = asyncio.current_task().get_name()
    who = "clerk" if name.startswith("Task-") else name
    print(f"  {time.perf_counter() - opened:5.2f} s  [{who}] {text}", flush=True)


async def guest(name, thinks):
    say(f"{name} sits down and thinks for {thinks:.4g} s")
    try:
        await asyncio.sleep(thinks)  # whoever is ready may run now
    except asyncio.CancelledError:
        say(f"{name} finds at its await: cancelled")
        raise
    say(f"{name} orders")
    return name


async def stubborn(name, thinks):
    until = time.perf_counter() + thinks
    while (left := until - time.perf_counter()) > 0:
        try:
            await asyncio.sleep(left)
        except asyncio.CancelledError:
            say(f"{name} finds at its await: cancelled, and ignores it")
    say(f"{name} orders")
    return name


async def angry(name, thinks):
    await guest(name, thinks)
    raise LookupError("no eel today")


def order(who, function=guest):
    """Makes a task: the guest stands in the queue, and begins when the clerk awaits."""
    return asyncio.create_task(function(*who), name=who[0])


async def turn(party):
    for who in party:
        say(f"awaits the coroutine of {who[0]}")
        await guest(*who)


async def tasks(party):
    made = []
    for who in party:
        made.append(order(who))
        say(f"has made a task of {who[0]}, who has not begun")
    for task in made:
        say(f"awaits {task.get_name()}")
        await task


async def loop(party):
    for who in party:
        task = order(who)
        say(f"awaits {who[0]} at once, before there is another")
        await task


async def gather(party):
    made = [order(who) for who in party]
    say("awaits all of them")
    names = await asyncio.gather(*made)
    say(f"has the orders as asked for: {', '.join(names)}")


async def forget(party):
    guest(*party[0])  # a coroutine, and nobody has it: Python warns here
    say(f"has called the coroutine of {party[0][0]}, and that is all")
    if len(party) > 1:
        order(party[-1])
        say(f"has made a task of {party[-1][0]}, and will not await it")
    quickest = min(thinks for _, thinks in party) / 2
    say(f"does something else for {quickest:.4g} s and closes the shop")
    await asyncio.sleep(quickest)


async def cancel(party, function=guest):
    slowest = max(party, key=lambda who: who[1])
    made = [order(who, function) for who in party]
    await asyncio.sleep(min(thinks for _, thinks in party) / 2)
    say(f"cancels {slowest[0]}: {made[party.index(slowest)].cancel()}")
    for who, got in zip(party, await asyncio.gather(*made, return_exceptions=True)):
        if isinstance(got, asyncio.CancelledError):
            say(f"has no order of {who[0]}: cancelled")
        else:
            say(f"has the order of {got}")


async def ignore(party):
    await cancel(party, stubborn)


async def throw(party):
    quickest = min(party, key=lambda who: who[1])
    made = [order(who, angry if who is quickest else guest) for who in party]
    try:
        await asyncio.gather(*made)
    except LookupError as error:
        say(f"gather fails at once: {error}; the others go on")
    await asyncio.gather(*made, return_exceptions=True)
    try:
        async with asyncio.TaskGroup() as group:  # since 3.11
            for who in party:
                group.create_task((angry if who is quickest else guest)(*who), name=who[0])
    except BaseException as error:  # an ExceptionGroup
        say(f"the task group fails: {error.exceptions[0]}; the others were cancelled")


async def restless():
    for _ in range(1000):
        await asyncio.sleep(0)


async def steps(party):
    """A hundred tasks give way a thousand times each: what a step costs."""
    begun = time.perf_counter()
    await asyncio.gather(*(restless() for _ in range(100)))
    speed = 100 * 1000 / (time.perf_counter() - begun)
    print(f"steps of the loop in a second: {speed:.3f} /s")


shops = {
    "turn": ("awaited in turn", turn),
    "tasks": ("as tasks", tasks),
    "loop": ("made and awaited in one loop", loop),
    "gather": ("gathered", gather),
    "forget": ("a guest forgotten", forget),
    "cancel": ("a guest cancelled", cancel),
    "stubborn": ("a guest who stays", ignore),
    "throw": ("a guest who throws", throw),
    "steps": ("awaits of nothing", steps),
}


def serve(label, clerk, party):
    global opened
    print(f"{label}:")
    opened = time.perf_counter()
    asyncio.run(clerk(party))
    print(f"{label}: {time.perf_counter() - opened:.3f} s", flush=True)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("-way", choices=["compare", *shops, "all"], default="compare")
    parser.add_argument("-guests", default="3,1,2", help="seconds that each guest thinks")
    args = parser.parse_args()
    warnings.showwarning = lambda message, kind, *_: print(f"{kind.__name__}: {message}")
    seconds = map(float, args.guests.split(","))
    party = [(chr(ord("A") + i), thinks) for i, thinks in enumerate(seconds)]
    for key, (label, clerk) in shops.items():
        compared = args.way == "compare" and key in ("turn", "tasks")
        if compared or args.way in ("all", key):
            serve(label, clerk, party)


if __name__ == "__main__":
    main()
