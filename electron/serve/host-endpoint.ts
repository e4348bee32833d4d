/** Host calls over HTTP: `POST /host/<method>` with the arguments as a JSON list, answered by a HostReply. */

import type { IncomingMessage } from 'node:http';

import type { Host } from '#common/host/host.ts';
import { answerHostCall, type HostReply } from '#common/host/host-call.ts';

/** A project may hold 16 million characters; most take one byte, some three. */
const MAX_BYTES = 64 * 1024 * 1024;

export interface EndpointAnswer {
  readonly status: 200 | 400 | 413;
  readonly reply: HostReply;
}

export async function answerHostRequest(
  host: Host,
  method: string,
  request: IncomingMessage,
): Promise<EndpointAnswer> {
  const body = await readBody(request);
  if (body === undefined) return refused(413, 'The call is larger than 64 MB.');
  try {
    return { status: 200, reply: await answerHostCall(host, method, JSON.parse(body)) };
  } catch {
    return refused(400, 'The call is no JSON.');
  }
}

/** Undefined where there is more than anyone may send; the rest is not read. */
async function readBody(request: IncomingMessage): Promise<string | undefined> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > MAX_BYTES) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

function refused(status: 400 | 413, message: string): EndpointAnswer {
  return { status, reply: { ok: false, code: 'invalid-argument', message } };
}
