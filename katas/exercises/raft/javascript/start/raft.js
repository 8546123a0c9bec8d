/** One of several nodes that agree on a sequence of commands. */
export class RaftNode {
  context;
  machine;
  role = 'follower';
  term = 0;

  constructor(context, machine) {
    this.context = context;
    this.machine = machine;
  }

  /** Called once, when the node comes up: at the beginning, and after each crash. */
  onStart() {
    this.context.setTimer('election', this.context.random.between(150, 300));
  }

  onTimer(name) {
    this.context.note(`the timer “${name}” is due`);
  }

  onMessage(from, message) {
    void [from, message];
  }

  /**
   * A client's command. False when this node does not lead; else `done` is called with the machine's answer once the
   * command is committed and applied here, and never if it is lost. From the second stage on.
   */
  propose(command, done) {
    void [command, done, this.machine];
    return false;
  }
}
