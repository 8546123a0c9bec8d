from scheduler import Scheduler

ROUNDS = 24
PRIORITIES = 2


def prepare(n, order, random):
    """A scheduler in which `n` tasks are ready, half of them urgent and half not, so that the queues are long."""
    scheduler = Scheduler()
    for place in range(n):
        rank = random() if order == "random" else (place if order == "ascending" else n - 1 - place) / n
        scheduler.add(f"t{place}", int(rank * PRIORITIES))
    return scheduler, n


def run(given):
    """As many calls whatever `n` is: what grows is the cost of one of them."""
    scheduler, n = given
    for turn in range(ROUNDS):
        running = scheduler.next()
        other = scheduler.next()
        scheduler.add(f"late{turn}", turn % PRIORITIES)
        scheduler.add(f"after{turn}", turn % PRIORITIES, [running, other])
        scheduler.reschedule(f"t{n // 2 - turn}", turn % PRIORITIES)
        scheduler.cancel(f"t{n // 2 + 1 + turn}")
        scheduler.done(running)
        scheduler.done(other)
