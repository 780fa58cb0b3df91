import threading

barrier = threading.Barrier(3)
arrived = []


def work():
    arrived.append("before")
    barrier.wait()
    arrived.append("after")


threads = [threading.Thread(target=work) for _ in range(3)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print(*arrived, sep="\n")
