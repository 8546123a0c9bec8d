const heartbeatMs = 50;
const electionMs = [150, 300];
const longestLog = 20;

/** One of several nodes that agree on a sequence of commands. */
export class RaftNode {
  context;
  machine;
  role = 'follower';
  term = 0;
  votedFor = null;
  votes = new Set();
  log = [];
  base = { index: 0, term: 0, state: null };
  committed = 0;
  applied = 0;
  /** Of a leader: what each peer is to get next, and what it surely has. */
  next = new Map();
  matched = new Map();
  /** Of a leader: whom to tell what came of an entry. */
  waiting = new Map();

  constructor(context, machine) {
    this.context = context;
    this.machine = machine;
    const saved = context.disk.read('vote');
    if (saved) ({ term: this.term, votedFor: this.votedFor } = saved);
    this.log = context.disk.read('log') ?? [];
    this.base = context.disk.read('snapshot') ?? this.base;
    if (this.base.index > 0) machine.restore(this.base.state);
    this.committed = this.base.index;
    this.applied = this.base.index;
  }

  onStart() {
    this.waitForLeader();
  }

  onTimer(name) {
    if (name === 'election') this.stand();
    else this.replicate();
  }

  onMessage(from, message) {
    if (message.term > this.term) this.follow(message.term);
    switch (message.kind) {
      case 'ask-vote':
        return this.answerVote(from, message);
      case 'vote':
        return this.countVote(from, message);
      case 'append':
        return this.accept(from, message);
      case 'install':
        return this.install(from, message);
      case 'appended':
        return this.hearPeer(from, message);
    }
  }

  /**
   * A client's command. False when this node does not lead; else `done` is called with the machine's answer once the
   * command is committed and applied here, and never if it is lost.
   */
  propose(command, done) {
    if (this.role !== 'leader') return false;
    this.log.push({ term: this.term, command });
    this.saveLog();
    this.waiting.set(this.lastIndex(), done);
    this.replicate();
    return true;
  }

  // Elections

  stand() {
    this.term += 1;
    this.role = 'candidate';
    this.votedFor = this.context.id;
    this.saveVote();
    this.votes = new Set([this.context.id]);
    this.sendAll({
      kind: 'ask-vote',
      term: this.term,
      lastIndex: this.lastIndex(),
      lastTerm: this.termAt(this.lastIndex()),
    });
    this.waitForLeader();
    this.leadIfElected();
  }

  answerVote(from, { term, lastIndex, lastTerm }) {
    const ownTerm = this.termAt(this.lastIndex());
    const isUpToDate = lastTerm > ownTerm || (lastTerm === ownTerm && lastIndex >= this.lastIndex());
    const granted = term === this.term && isUpToDate && (this.votedFor === null || this.votedFor === from);
    if (granted) {
      this.votedFor = from;
      this.saveVote();
      this.waitForLeader();
    }
    this.context.send(from, { kind: 'vote', term: this.term, granted });
  }

  countVote(from, { term, granted }) {
    if (this.role !== 'candidate' || term !== this.term || !granted) return;
    this.votes.add(from);
    this.leadIfElected();
  }

  leadIfElected() {
    if (this.votes.size * 2 <= this.context.peers.length + 1) return;
    this.role = 'leader';
    this.context.cancelTimer('election');
    for (const peer of this.context.peers) {
      this.next.set(peer, this.lastIndex() + 1);
      this.matched.set(peer, 0);
    }
    this.replicate();
  }

  follow(term) {
    if (term > this.term) {
      this.term = term;
      this.votedFor = null;
      this.saveVote();
    }
    this.role = 'follower';
    this.waiting.clear();
    this.context.cancelTimer('heartbeat');
    this.waitForLeader();
  }

  waitForLeader() {
    this.context.setTimer('election', this.context.random.between(...electionMs));
  }

  sendAll(message) {
    for (const peer of this.context.peers) this.context.send(peer, message);
  }

  // The log

  replicate() {
    for (const peer of this.context.peers) this.replicateTo(peer);
    this.context.setTimer('heartbeat', heartbeatMs);
    this.commitWhatMostHave();
  }

  replicateTo(peer) {
    const previous = this.next.get(peer) - 1;
    if (previous < this.base.index) {
      this.context.send(peer, { kind: 'install', term: this.term, snapshot: this.base });
      return;
    }
    this.context.send(peer, {
      kind: 'append',
      term: this.term,
      previous,
      previousTerm: this.termAt(previous),
      entries: this.log.slice(previous - this.base.index),
      committed: this.committed,
    });
  }

  accept(from, { term, previous, previousTerm, entries, committed }) {
    if (term < this.term) return this.reply(from, false, 0);
    this.follow(term);
    const isKnown = previous < this.base.index || this.termAt(previous) === previousTerm;
    if (previous > this.lastIndex() || !isKnown)
      return this.reply(from, false, Math.min(previous - 1, this.lastIndex()));
    entries.forEach((entry, offset) => this.put(previous + 1 + offset, entry));
    this.saveLog();
    this.commit(Math.min(committed, previous + entries.length));
    this.reply(from, true, previous + entries.length);
  }

  /** An entry that is there already stays, with all that follows it; one of another term goes, with all that follows it. */
  put(index, entry) {
    if (index <= this.base.index) return;
    if (index <= this.lastIndex() && this.termAt(index) === entry.term) return;
    this.log.length = index - this.base.index - 1;
    this.log.push(entry);
  }

  hearPeer(from, { term, ok, match }) {
    if (this.role !== 'leader' || term !== this.term) return;
    if (ok) {
      this.matched.set(from, Math.max(this.matched.get(from), match));
      this.next.set(from, this.matched.get(from) + 1);
      this.commitWhatMostHave();
    } else {
      this.next.set(from, Math.max(this.matched.get(from), match) + 1);
      this.replicateTo(from);
    }
  }

  /** Only an entry of this term proves that no other leader can undo it; those before it are committed with it. */
  commitWhatMostHave() {
    const lasts = [this.lastIndex(), ...this.matched.values()].sort((one, other) => other - one);
    const index = lasts[Math.floor(lasts.length / 2)];
    if (index > this.committed && this.termAt(index) === this.term) this.commit(index);
  }

  commit(index) {
    this.committed = Math.max(this.committed, index);
    while (this.applied < this.committed) {
      this.applied += 1;
      const result = this.machine.apply(this.log[this.applied - this.base.index - 1].command);
      this.waiting.get(this.applied)?.(result);
      this.waiting.delete(this.applied);
    }
    if (this.log.length > longestLog) this.compact();
  }

  reply(to, ok, match) {
    this.context.send(to, { kind: 'appended', term: this.term, ok, match });
  }

  lastIndex() {
    return this.base.index + this.log.length;
  }

  /** The term of an entry; 0 before the first one. */
  termAt(index) {
    if (index === this.base.index) return this.base.term;
    return this.log[index - this.base.index - 1]?.term ?? 0;
  }

  // Snapshots

  compact() {
    const base = { index: this.applied, term: this.termAt(this.applied), state: this.machine.snapshot() };
    this.log = this.log.slice(this.applied - this.base.index);
    this.base = base;
    this.saveSnapshot();
  }

  install(from, { term, snapshot }) {
    if (term < this.term) return this.reply(from, false, 0);
    this.follow(term);
    if (snapshot.index > this.committed) {
      const fits = this.termAt(snapshot.index) === snapshot.term;
      this.log = fits ? this.log.slice(snapshot.index - this.base.index) : [];
      this.base = snapshot;
      this.machine.restore(snapshot.state);
      this.committed = snapshot.index;
      this.applied = snapshot.index;
      this.saveSnapshot();
    }
    this.reply(from, true, snapshot.index);
  }

  saveSnapshot() {
    this.context.disk.write('snapshot', this.base);
    this.saveLog();
  }

  // The disk

  saveVote() {
    this.context.disk.write('vote', { term: this.term, votedFor: this.votedFor });
    this.context.disk.sync();
  }

  saveLog() {
    this.context.disk.write('log', this.log);
    this.context.disk.sync();
  }
}
