import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process';

export interface AdapterMessage {
  readonly type: 'request' | 'response' | 'event';
  readonly seq: number;
  readonly event?: string;
  readonly command?: string;
  readonly request_seq?: number;
  readonly success?: boolean;
  readonly message?: string;
  readonly body?: Record<string, unknown>;
}

/** The editor's side of the Debug Adapter Protocol: requests with their answers, and the events on the way. */
export class DebugAdapter {
  private readonly process: ChildProcessWithoutNullStreams;
  private readonly seen: AdapterMessage[] = [];
  private readonly waiting = new Set<() => void>();
  private rest = Buffer.alloc(0);
  private count = 0;
  private isOver = false;

  constructor(program: string, args: readonly string[], env: NodeJS.ProcessEnv) {
    this.process = spawn(program, args, { env: { ...process.env, ...env } });
    this.process.stdout.on('data', (chunk: Buffer) => this.read(chunk));
    this.process.once('close', () => {
      this.isOver = true;
      this.wake();
    });
  }

  /** Sends a request; the answer may come after other messages. */
  async request(command: string, args: object = {}): Promise<Record<string, unknown>> {
    const seq = ++this.count;
    const text = JSON.stringify({ seq, type: 'request', command, arguments: args });
    this.process.stdin.write(`Content-Length: ${Buffer.byteLength(text)}\r\n\r\n${text}`);
    const answer = await this.waitFor(({ type, request_seq }) => type === 'response' && request_seq === seq);
    if (!answer.success) throw new Error(`${command}: ${answer.message}`);
    return answer.body ?? {};
  }

  /** The next event of this name that nobody has taken yet. */
  async event(name: string): Promise<Record<string, unknown>> {
    return (await this.waitFor(({ type, event }) => type === 'event' && event === name)).body ?? {};
  }

  dispose(): void {
    this.process.kill();
  }

  private async waitFor(isWanted: (message: AdapterMessage) => boolean): Promise<AdapterMessage> {
    for (;;) {
      const at = this.seen.findIndex(isWanted);
      if (at >= 0) return this.seen.splice(at, 1)[0]!;
      if (this.isOver) throw new Error(`The adapter ended before that: ${JSON.stringify(this.seen)}`);
      await new Promise<void>((resolve) => this.waiting.add(resolve));
    }
  }

  private read(chunk: Buffer): void {
    this.rest = Buffer.concat([this.rest, chunk]);
    for (;;) {
      const head = this.rest.indexOf('\r\n\r\n');
      const length = Number(/Content-Length: (\d+)/.exec(this.rest.subarray(0, Math.max(head, 0)).toString())?.[1]);
      if (head < 0 || this.rest.length < head + 4 + length) break;
      this.seen.push(JSON.parse(this.rest.subarray(head + 4, head + 4 + length).toString()) as AdapterMessage);
      this.rest = this.rest.subarray(head + 4 + length);
    }
    this.wake();
  }

  private wake(): void {
    for (const resolve of this.waiting) resolve();
    this.waiting.clear();
  }
}
