from merge_into import merge_into


def prepare(n, order, random):
    """Two ascending runs of n / 2 numbers: mixed, or all of the source above, or all of it below the target's own."""
    count = n // 2
    shift = {"ascending": 10 * n, "descending": -10 * n}.get(order, 0)
    source = sorted(int(random() * 10 * n) + shift for _ in range(count))
    own = sorted(int(random() * 10 * n) for _ in range(count))
    return own + [0] * count, count, source


def run(given):
    target, count, source = given
    merge_into(target, count, source)
    return target
