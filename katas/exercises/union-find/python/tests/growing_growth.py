from union_find import Network


def prepare(n, order, random):
    """Two rows of sites. Each is linked from one end to the other, the rows in opposite directions."""
    names = list(range(n))
    if order == "descending":
        names.reverse()
    if order == "random":
        for last in range(n - 1, 0, -1):
            other = int(random() * (last + 1))
            names[last], names[other] = names[other], names[last]
    return n, names[: n // 2], names[n // 2 :]


def run(rows):
    sites, forward, backward = rows
    network = Network(0)
    for _ in range(sites):
        network.grow()
        network.groups()
        network.largest()
    for row in (forward, backward):
        for at in range(1, len(row)):
            if row is forward:
                network.link(row[at - 1], row[at])
            else:
                network.link(row[at], row[at - 1])
            network.connected(row[0], row[at])
            network.size_of(row[0])
            network.groups()
            network.largest()
    network.link(forward[0], backward[0])
    for site in backward:
        network.connected(forward[0], site)
