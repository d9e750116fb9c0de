/* SPDX-License-Identifier: Apache-2.0 */

/** Who is logged in. */
export interface Me {
  tenant: string;
  roles: string[];
  key: { id: string; label: string };
}

/** A session as the list shows it; `bytes` is the size of its live state. */
export interface SessionSummary {
  id: string;
  title: string | null;
  agent: string | null;
  channel: string | null;
  user: string | null;
  lastSeq: number;
  entries: number;
  bytes: number;
  tokens: number;
  createdAt: string;
  lastActivityAt: string;
  preview: string | null;
}

export interface SessionPage {
  sessions: SessionSummary[];
  nextCursor: string | null;
}

export interface SessionFilter {
  q: string;
  channel: string;
  agent: string;
  user: string;
}

export type Role = 'user' | 'assistant' | 'tool' | 'system';

export interface ToolCall {
  id: string;
  name: string;
  /** JSON as text; cut short when `truncated`. */
  arguments: string;
  truncated: boolean;
}

export interface Blob {
  digest: string;
  bytes: number;
  mediaType: string | null;
}

export interface Usage {
  input: number;
  output: number;
  cacheRead: number;
  cacheWrite: number;
}

/** One event of a session. `type` is a plain string, since newer servers may send types unknown here. */
export interface Row {
  seq: number;
  type: string;
  recordedAt: string;
  occurredAt: string | null;
  id: string | null;
  role: Role | null;
  author: { id: string; name: string | null } | null;
  text: string | null;
  truncated: boolean;
  bytes: number;
  tokens: number;
  model: string | null;
  usage: Usage | null;
  toolCalls: ToolCall[] | null;
  toolCallId: string | null;
  toolName: string | null;
  isError: boolean;
  blobs: Blob[] | null;
  pinned: boolean;
  run: string | null;
}

/** A stretch of a session's history, ascending by `seq`. Numbers may be missing where history was erased. */
export interface EntryPage {
  entries: Row[];
  hasBefore: boolean;
  hasAfter: boolean;
  lastSeq: number;
}

/** What one message of the live stream carries. */
export interface LiveEntries {
  entries: Row[];
  lastSeq: number;
}
