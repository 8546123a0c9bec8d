def count_up(last):
    return list(range(1, last + 1))
