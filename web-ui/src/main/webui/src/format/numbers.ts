/* SPDX-License-Identifier: Apache-2.0 */
const whole = new Intl.NumberFormat('en-US');
const UNITS = ['KB', 'MB', 'GB', 'TB'];

/** 12431 as `12,431`. */
export function formatCount(value: number): string {
  return whole.format(value);
}

/** Bytes in decimal units, since the cap of a session's state is one: 500,000 bytes is `500 KB`. */
export function formatBytes(bytes: number): string {
  if (bytes < 1_000) return `${bytes} B`;
  let value = bytes / 1_000;
  let unit = 0;
  while (value >= 999.5 && unit < UNITS.length - 1) {
    value /= 1_000;
    unit += 1;
  }
  return `${value < 9.95 ? value.toFixed(1) : value.toFixed(0)} ${UNITS[unit]}`;
}

/** Tokens, short: 950, `1.2k`, `48k`, `1.3M`. */
export function formatTokens(tokens: number): string {
  if (tokens < 1_000) return String(tokens);
  if (tokens < 999_500) return `${short(tokens / 1_000)}k`;
  return `${short(tokens / 1_000_000)}M`;
}

function short(value: number): string {
  return value < 9.95 ? value.toFixed(1) : value.toFixed(0);
}
