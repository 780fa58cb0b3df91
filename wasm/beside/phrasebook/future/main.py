from concurrent.futures import ThreadPoolExecutor


def half(n):
    if n % 2 != 0:
        raise ValueError(f"{n} is odd")
    return n // 2


with ThreadPoolExecutor() as pool:
    for numbers in ([4, 8, 2], [4, 7, 2]):
        futures = [pool.submit(half, n) for n in numbers]
        try:
            print(*[f.result() for f in futures])
        except ValueError as error:
            print("failed:", error)
