/* SPDX-License-Identifier: Apache-2.0 */
package dev.plimsoll.bench.load;

import java.util.SplittableRandom;

/**
 * Distinct texts of about a kilobyte from a seed: the same seed gives the same texts. Words come
 * from a vocabulary of random letters, which compresses about as badly as prose does, so that
 * neither compression nor a tokenizer's caches make the figures look better than they are.
 */
public final class Texts {
  private static final int WORDS = 20_000;
  private static final int MIN_LETTERS = 2;
  private static final int MAX_LETTERS = 11;

  private final SplittableRandom random;
  private final String[] vocabulary = new String[WORDS];

  /** Texts of a seed. */
  public Texts(long seed) {
    random = new SplittableRandom(seed);
    for (int i = 0; i < WORDS; i++) {
      vocabulary[i] = word();
    }
  }

  /** The next text, of exactly so many ASCII characters. */
  public String next(int chars) {
    StringBuilder text = new StringBuilder(chars + MAX_LETTERS);
    while (text.length() < chars) {
      text.append(vocabulary[random.nextInt(WORDS)]).append(' ');
    }
    text.setLength(chars);
    return text.toString();
  }

  private String word() {
    StringBuilder word = new StringBuilder();
    int letters = random.nextInt(MIN_LETTERS, MAX_LETTERS + 1);
    for (int i = 0; i < letters; i++) {
      word.append((char) random.nextInt('a', 'z' + 1));
    }
    return word.toString();
  }
}
