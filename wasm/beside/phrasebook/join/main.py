import threading

squares = [0, 0, 0]


def work(i):
    squares[i] = i * i


threads = [threading.Thread(target=work, args=[i]) for i in range(3)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print(squares)
