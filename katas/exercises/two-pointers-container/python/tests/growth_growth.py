from most_water import most_water


def prepare(n, order, random):
    """n walls: of random height, rising from left to right, or falling."""
    heights = [1 + int(random() * 10 * n) for _ in range(n)]
    if order == "ascending":
        heights.sort()
    if order == "descending":
        heights.sort(reverse=True)
    return heights


def run(heights):
    return most_water(heights)
