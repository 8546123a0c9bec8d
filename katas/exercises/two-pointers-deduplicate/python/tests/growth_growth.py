from deduplicate import deduplicate


def prepare(n, order, random):
    """n ascending numbers: half of them repeats, all of them different, or all of them equal."""
    chance_of_repeat = {"ascending": 0, "descending": 1}.get(order, 0.5)
    items = []
    value = 0
    for _ in range(n):
        if random() >= chance_of_repeat:
            value += 1
        items.append(value)
    return items


def run(items):
    return deduplicate(items)
