/* SPDX-License-Identifier: Apache-2.0 */
package dev.plimsoll.domain.transcript;

import java.util.Arrays;
import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/**
 * Finds the lines that a bot's own next turn would be built from: a transcript is a tree, its last
 * line is the leaf (unless a {@code leaf} line names another), and the path from there to the root
 * is the active branch. The newest compaction or reset on the path cuts it: what lies before is
 * left out but for what that line keeps. Fed line by line in a first pass over the file. Of several
 * lines with one id the last counts. A line with an id and no parent is a root. Where a parent is
 * missing or ids are, file order stands in: the line before.
 *
 * <p>Ids are kept as 64-bit hashes in arrays, so that a line takes less than 100 bytes of memory.
 */
public final class ActiveBranch {
  private static final int FIRST_CAPACITY = 1024;
  private static final byte PLAIN = 0;
  private static final byte CUT = 1;
  private static final byte LEAF = 2;

  private int[] numbers = new int[FIRST_CAPACITY];
  private long[] ids = new long[FIRST_CAPACITY];
  private long[] parents = new long[FIRST_CAPACITY];
  private long[] targets = new long[FIRST_CAPACITY];
  private byte[] kinds = new byte[FIRST_CAPACITY];
  private int size;
  private int @Nullable [] lastOfId;

  /**
   * Takes the next line that has a place in the tree.
   *
   * @param number number of the line, from 1, rising
   * @param id its id, if it has one
   * @param parentId the id before it on its branch, if it has one
   */
  public void add(long number, @Nullable String id, @Nullable String parentId) {
    add(number, id, parentId, PLAIN, 0);
  }

  /**
   * Takes a compaction or a reset.
   *
   * @param firstKeptId the first line before it that stays, if any does
   */
  public void addCut(
      long number, @Nullable String id, @Nullable String parentId, @Nullable String firstKeptId) {
    add(number, id, parentId, CUT, hash(firstKeptId));
  }

  /**
   * Takes a line that moves the leaf.
   *
   * @param targetId the line that is the leaf from here on
   */
  public void addLeaf(
      long number, @Nullable String id, @Nullable String parentId, @Nullable String targetId) {
    add(number, id, parentId, LEAF, hash(targetId));
  }

  /** The numbers of the lines on the active branch. */
  public BitSet lines() {
    BitSet path = path();
    int cut = path.length() - 1;
    while (cut >= 0 && kinds[cut] != CUT) {
      cut = path.previousSetBit(cut - 1);
    }
    BitSet active = new BitSet();
    int kept = cut < 0 ? -1 : position(targets[cut]);
    boolean keeps = kept >= 0 && kept < cut && path.get(kept);
    int from = cut < 0 ? 0 : keeps ? kept : cut;
    for (int at = path.nextSetBit(from); at >= 0; at = path.nextSetBit(at + 1)) {
      active.set(numbers[at]);
    }
    return active;
  }

  /** Whether a later line has the same id. */
  public boolean isSuperseded(long number) {
    int at = Arrays.binarySearch(numbers, 0, size, Math.toIntExact(number));
    return at >= 0 && ids[at] != 0 && position(ids[at]) != at;
  }

  private void add(
      long number, @Nullable String id, @Nullable String parentId, byte kind, long target) {
    if (size == ids.length) {
      grow(size + (size >> 1));
    }
    numbers[size] = Math.toIntExact(number);
    ids[size] = hash(id);
    parents[size] = hash(parentId);
    targets[size] = target;
    kinds[size] = kind;
    size++;
    lastOfId = null;
  }

  private void grow(int capacity) {
    numbers = Arrays.copyOf(numbers, capacity);
    ids = Arrays.copyOf(ids, capacity);
    parents = Arrays.copyOf(parents, capacity);
    targets = Arrays.copyOf(targets, capacity);
    kinds = Arrays.copyOf(kinds, capacity);
  }

  /** Positions from the leaf to the root. */
  private BitSet path() {
    BitSet path = new BitSet(size);
    int at = size - 1;
    while (at >= 0 && !path.get(at)) {
      path.set(at);
      at = before(at);
    }
    return path;
  }

  private int before(int at) {
    int named = position(kinds[at] == LEAF ? targets[at] : parents[at]);
    if (named >= 0) {
      return named;
    }
    boolean root = ids[at] != 0 && parents[at] == 0;
    return root ? -1 : at - 1;
  }

  /** The last position with an id; -1 when there is none. */
  private int position(long id) {
    int[] table = table();
    if (id == 0) {
      return -1;
    }
    int slot = slot(id, table.length);
    while (table[slot] != 0 && ids[table[slot] - 1] != id) {
      slot = (slot + 1) & (table.length - 1);
    }
    return table[slot] - 1;
  }

  /** Open addressing: position + 1 of the last line of an id, 0 where there is none. */
  private int[] table() {
    int[] table = lastOfId;
    if (table == null) {
      table = new int[Math.max(2, Integer.highestOneBit(Math.max(1, size)) * 4)];
      for (int at = 0; at < size; at++) {
        if (ids[at] != 0) {
          int slot = slot(ids[at], table.length);
          while (table[slot] != 0 && ids[table[slot] - 1] != ids[at]) {
            slot = (slot + 1) & (table.length - 1);
          }
          table[slot] = at + 1;
        }
      }
      lastOfId = table;
    }
    return table;
  }

  private static int slot(long id, int slots) {
    return (int) (id ^ (id >>> 32)) & (slots - 1);
  }

  /** 64 bits of an id, never 0; 0 for none. The finaliser is that of MurmurHash3. */
  private static long hash(@Nullable String id) {
    if (id == null) {
      return 0;
    }
    long hash = 0xcbf29ce484222325L;
    for (int i = 0; i < id.length(); i++) {
      hash = (hash ^ id.charAt(i)) * 0x100000001b3L;
    }
    hash = (hash ^ (hash >>> 33)) * 0xff51afd7ed558ccdL;
    hash = (hash ^ (hash >>> 33)) * 0xc4ceb9fe1a85ec53L;
    hash ^= hash >>> 33;
    return hash == 0 ? 1 : hash;
  }
}
