def merge_into(target: list[int], count: int, source: list[int]) -> None:
    """Merge the ascending source into target, in place, so that target is ascending as a whole.

    The first count numbers of target are ascending; behind them is room for exactly the numbers of source.
    """
    waiting = len(source)
    for place in reversed(range(count + waiting)):
        if waiting == 0:
            return
        if count > 0 and target[count - 1] >= source[waiting - 1]:
            count -= 1
            target[place] = target[count]
        else:
            waiting -= 1
            target[place] = source[waiting]
