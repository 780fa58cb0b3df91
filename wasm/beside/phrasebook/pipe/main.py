from multiprocessing import Pipe, Process


def produce(end):
    for n in (6, 28):
        end.send([d for d in range(1, n) if n % d == 0])
    end.close()


if __name__ == "__main__":
    receiving, sending = Pipe(duplex=False)
    child = Process(target=produce, args=[sending])
    child.start()
    sending.close()  # or the end of the file never comes
    try:
        while True:
            print(*receiving.recv())
    except EOFError:
        child.join()
