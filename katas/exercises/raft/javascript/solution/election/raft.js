const heartbeatMs = 50;
const electionMs = [150, 300];

/** One of several nodes that agree on a sequence of commands. */
export class RaftNode {
  context;
  machine;
  role = 'follower';
  term = 0;
  votedFor = null;
  votes = new Set();

  constructor(context, machine) {
    this.context = context;
    this.machine = machine;
  }

  onStart() {
    this.waitForLeader();
  }

  onTimer(name) {
    if (name === 'election') this.stand();
    else this.sendHeartbeats();
  }

  onMessage(from, message) {
    if (message.term > this.term) this.follow(message.term);
    switch (message.kind) {
      case 'ask-vote':
        return this.answerVote(from, message);
      case 'vote':
        return this.countVote(from, message);
      case 'heartbeat':
        return this.hearLeader(message);
    }
  }

  /** A client's command; from the second stage on. */
  propose(command, done) {
    void [command, done, this.machine];
    return false;
  }

  // Elections

  stand() {
    this.term += 1;
    this.role = 'candidate';
    this.votedFor = this.context.id;
    this.votes = new Set([this.context.id]);
    this.sendAll({ kind: 'ask-vote', term: this.term });
    this.waitForLeader();
    this.leadIfElected();
  }

  answerVote(from, { term }) {
    const granted = term === this.term && (this.votedFor === null || this.votedFor === from);
    if (granted) {
      this.votedFor = from;
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
    this.sendHeartbeats();
  }

  sendHeartbeats() {
    this.sendAll({ kind: 'heartbeat', term: this.term });
    this.context.setTimer('heartbeat', heartbeatMs);
  }

  hearLeader({ term }) {
    if (term === this.term) this.follow(term);
  }

  follow(term) {
    if (term > this.term) this.votedFor = null;
    this.term = term;
    this.role = 'follower';
    this.context.cancelTimer('heartbeat');
    this.waitForLeader();
  }

  waitForLeader() {
    this.context.setTimer('election', this.context.random.between(...electionMs));
  }

  sendAll(message) {
    for (const peer of this.context.peers) this.context.send(peer, message);
  }
}
