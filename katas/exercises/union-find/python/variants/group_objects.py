class Network:
    """One list for everything: what is below zero is the size of a root's group, all else is where a site points."""

    def __init__(self, size):
        self.links = [-1] * size
        self.joined = 0
        self.record = min(size, 1)

    def grow(self):
        self.links.append(-1)
        self.record = self.record or 1
        return len(self.links) - 1

    def link(self, a, b):
        top, below = sorted((self.top_of(a), self.top_of(b)), key=self.links.__getitem__)
        if top == below:
            return False
        self.links[top] += self.links[below]
        self.links[below] = top
        self.joined += 1
        self.record = max(self.record, -self.links[top])
        return True

    def connected(self, a, b):
        first, second = self.top_of(a), self.top_of(b)
        return first == second

    def groups(self):
        return len(self.links) - self.joined

    def size_of(self, site):
        return -self.links[self.top_of(site)]

    def largest(self):
        return self.record

    def top_of(self, site):
        if site not in range(len(self.links)):
            raise KeyError(site)
        passed = []
        while self.links[site] >= 0:
            passed.append(site)
            site = self.links[site]
        for one in passed:
            self.links[one] = site
        return site
