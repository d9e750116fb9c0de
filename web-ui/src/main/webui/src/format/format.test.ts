/* SPDX-License-Identifier: Apache-2.0 */
import { describe, expect, it } from 'vitest';
import { formatBytes, formatCount, formatTokens } from './numbers';
import { clipText, prettyJson, shortDigest } from './text';
import { formatAgo, formatDay, formatTime } from './times';

describe('numbers', () => {
  it.each([
    [0, '0 B'],
    [999, '999 B'],
    [1_000, '1.0 KB'],
    [9_960, '10 KB'],
    [500_000, '500 KB'],
    [999_600, '1.0 MB'],
    [1_900_000_000, '1.9 GB'],
  ])('should write %d bytes as %s', (bytes, text) => {
    expect(formatBytes(bytes)).toBe(text);
  });

  it.each([
    [950, '950'],
    [1_200, '1.2k'],
    [48_000, '48k'],
    [999_600, '1.0M'],
  ])('should write %d tokens as %s', (tokens, text) => {
    expect(formatTokens(tokens)).toBe(text);
  });

  it('should group thousands', () => {
    expect(formatCount(12_431)).toBe('12,431');
  });
});

describe('times', () => {
  const now = new Date(2026, 10, 22, 12, 0, 0);
  const at = (seconds: number) => new Date(now.getTime() - seconds * 1_000).toISOString();

  it.each([
    [5, 'now'],
    [240, '4m'],
    [7_300, '2h'],
    [200_000, '2d'],
  ])('should call %d seconds ago %s', (seconds, text) => {
    expect(formatAgo(at(seconds), now)).toBe(text);
  });

  it('should name the day only when it is not today', () => {
    expect(formatDay(at(60), now)).toBe('');
    expect(formatDay(at(10 * 86_400), now)).toBe('12 Nov');
    expect(formatDay(at(400 * 86_400), now)).toBe('18 Oct 2025');
  });

  it('should write the time of the local zone', () => {
    expect(formatTime(new Date(2026, 10, 22, 9, 5, 3).toISOString())).toBe('09:05:03');
  });

  it('should show a time that cannot be read as it is', () => {
    expect(formatTime('yesterday')).toBe('yesterday');
  });
});

describe('text', () => {
  it('should clip by lines and by characters', () => {
    expect(clipText('a\nb\nc', 2, 100)).toEqual({ text: 'a\nb', clipped: true });
    expect(clipText('abcdef', 2, 3)).toEqual({ text: 'abc', clipped: true });
    expect(clipText('a\nb', 2, 3)).toEqual({ text: 'a\nb', clipped: false });
  });

  it('should not cut a character in two', () => {
    expect(clipText('ab👋', 9, 3)).toEqual({ text: 'ab', clipped: true });
  });

  it('should leave JSON that was cut as it is', () => {
    expect(prettyJson('{"a":1}')).toBe('{\n  "a": 1\n}');
    expect(prettyJson('{"a":')).toBe('{"a":');
  });

  it('should shorten digests with and without the name of the hash', () => {
    expect(shortDigest('sha256:0123456789abcdef')).toBe('0123456789ab');
    expect(shortDigest('0123456789abcdef')).toBe('0123456789ab');
  });
});
