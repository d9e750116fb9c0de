/* SPDX-License-Identifier: Apache-2.0 */

export interface ClippedText {
  text: string;
  clipped: boolean;
}

/** The beginning of a text by lines and characters, so that one entry never fills the screen. */
export function clipText(text: string, maxLines: number, maxChars: number): ClippedText {
  let end = Math.min(text.length, maxChars);
  let lines = 0;
  for (let at = text.indexOf('\n'); at !== -1 && at < end; at = text.indexOf('\n', at + 1)) {
    lines += 1;
    if (lines === maxLines) end = at;
  }
  return end === text.length ? { text, clipped: false } : { text: wholeCharacters(text.slice(0, end)), clipped: true };
}

/** Drops half of a surrogate pair at the end of a cut. */
function wholeCharacters(cut: string): string {
  const last = cut.charCodeAt(cut.length - 1);
  return last >= 0xd800 && last <= 0xdbff ? cut.slice(0, -1) : cut;
}

/** JSON with line breaks; text that is not JSON (cut short, for one) as it is. */
export function prettyJson(text: string): string {
  try {
    return JSON.stringify(JSON.parse(text), null, 2);
  } catch {
    return text;
  }
}

/** A digest's first characters, enough to tell two apart by eye. */
export function shortDigest(digest: string): string {
  return digest.replace(/^sha256:/, '').slice(0, 12);
}
