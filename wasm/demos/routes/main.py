"""Finds the quickest way through a school, from the fourth floor down to the canteen, with heapq:
Dijkstra's search, and A* as the same search with an estimate."""

import argparse
import heapq

# The plan, as data: each floor with the rooms along its corridor. Rooms named in UPS lead to
# their namesakes on other floors.
SCHOOL = """
4F: back 4-1     4-2  main 4-3     music lift
3F: back 3-1     3-2  main 3-3     art   lift
2F: back 2-1     2-2  main library staff lift
1F: back canteen hall main nurse   office lift
"""

UPS = ("back", "main", "lift")

WIDTH, DEPTH, CORRIDOR = 8.0, 6.0, 3.0  # metres
METRES_PER_SECOND = 1.25
BACK_STAIRS = 36.0  # seconds for a flight: narrow, and winding
LIFT_FLOOR = 4.0  # seconds for a floor, once the lift has come


def read(text):
    """Gives the places as (floor, x, name); corridors have no name."""
    places, floors = [], []
    for line in text.strip().splitlines():
        floor, rooms = line.split(":")
        for i, room in enumerate(rooms.split()):
            places += [(len(floors), i * WIDTH, room), (len(floors), i * WIDTH, "")]
        floors.append(floor)
    return floors, places


def find(places, name):
    return next(i for i, place in enumerate(places) if place[2] == name)


def seconds(a, b, args):
    """How long it takes straight from a place to another; None where that cannot be done."""
    floors, dx = abs(a[0] - b[0]), abs(a[1] - b[1])
    if floors == 0 and dx == 0 and a != b:  # through the door
        return (DEPTH + CORRIDOR) / 2 / METRES_PER_SECOND
    if floors == 0:
        return dx / METRES_PER_SECOND if dx == WIDTH and a[2] == b[2] == "" else None
    if a[2] != b[2] or a[2] not in UPS:
        return None
    if a[2] == "lift":  # one ride, whatever the floors
        return args.wait + floors * LIFT_FLOOR
    if floors > 1:
        return None
    return args.stairs if a[2] == "main" else BACK_STAIRS


def build(places, args, closed=()):
    """Gives each place's neighbours with what it costs to go there."""
    graph = [{} for _ in places]
    for i, a in enumerate(places):
        for j, b in enumerate(places):
            cost = seconds(a, b, args)
            if cost is not None and (i, j) not in closed:
                graph[i][j] = cost
    return graph


def close(floors, places, floor):
    """Gives both directions between the second and the third piece of a floor's corridor."""
    ends = [i for i, (at, x, name) in enumerate(places)
            if floors[at] == floor and name == "" and x in (WIDTH, 2 * WIDTH)]
    return {tuple(ends), tuple(ends[::-1])}


def search(graph, start, end, estimate):
    """Settles the most promising place again and again. The heap is the frontier; a place that was
    reached again at a lower cost stands in it twice, and the second time it is passed over."""
    best, via, settled = {start: 0.0}, {start: None}, 0
    frontier = [(estimate(start), estimate(start), 0, start, 0.0)]
    while frontier:
        _, _, arcs, here, cost = heapq.heappop(frontier)
        if cost > best[here]:
            continue
        settled += 1
        if here == end:
            break
        for to, step in graph[here].items():
            if cost + step < best.get(to, float("inf")):
                best[to], via[to] = cost + step, here
                rest = estimate(to)
                heapq.heappush(frontier, (cost + step + rest, rest, arcs + 1, to, cost + step))
    if end not in best:
        return float("inf"), [], settled
    route, here = [], end
    while here is not None:
        route.append(here)
        here = via[here]
    return best[end], route[::-1], settled


def tell(floors, places, cost, route):
    if not route:
        return "there is no way"
    told, floor = "", None
    for at, _, name in (places[i] for i in route):
        if at != floor:
            floor = at
            told += f"; {floors[floor]}"
        if name:
            told += f" {name}"
    return f"{cost:.1f} s, {len(route)} places{told}"


def main():
    parser = argparse.ArgumentParser()
    rooms = ["4-1", "4-2", "4-3", "music"]
    parser.add_argument("-from", dest="start", default="4-1", choices=rooms)
    parser.add_argument("-closed", default="none", choices=["none", "4F", "3F", "2F", "1F"])
    parser.add_argument("-stairs", type=float, default=16, help="seconds for a flight")
    parser.add_argument("-wait", type=float, default=20, help="seconds until the lift comes")
    parser.add_argument("-trust", type=float, default=1, help="how much A* makes of its estimate")
    args = parser.parse_args()

    floors, places = read(SCHOOL)
    start, end = find(places, args.start), find(places, "canteen")

    def estimate(i):
        along = abs(places[i][1] - places[end][1]) / METRES_PER_SECOND
        up = abs(places[i][0] - places[end][0])
        return along + min(up * min(args.stairs, BACK_STAIRS), args.wait + up * LIFT_FLOOR)

    closed = close(floors, places, args.closed)
    graph = build(places, args, closed)
    hops = [dict.fromkeys(neighbours, 1) for neighbours in graph]
    _, route, _ = search(hops, start, end, lambda i: 0)
    cost = sum(graph[a][b] for a, b in zip(route, route[1:]))
    print(f"fewest places: {tell(floors, places, cost, route)}")
    for label, believed in (("Dijkstra", 0), ("A*", args.trust)):
        cost, route, settled = search(graph, start, end, lambda i: believed * estimate(i))
        print(f"{label}: {tell(floors, places, cost, route)}")
        print(f"{label}, places settled: {settled}")


if __name__ == "__main__":
    main()
