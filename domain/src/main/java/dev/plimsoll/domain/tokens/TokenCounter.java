/* SPDX-License-Identifier: Apache-2.0 */
package dev.plimsoll.domain.tokens;

import com.knuddels.jtokkit.Encodings;
import com.knuddels.jtokkit.api.Encoding;
import com.knuddels.jtokkit.api.EncodingType;
import dev.plimsoll.domain.session.content.Wording;
import dev.plimsoll.schemas.shared.ContentBlock;
import dev.plimsoll.schemas.shared.Entry;
import dev.plimsoll.schemas.shared.ToolCall;

/**
 * Counts the tokens of entries with o200k_base, OpenAI's encoding since GPT-4o; for other providers
 * the count is an estimate that their reported usage calibrates.
 */
public final class TokenCounter {
  /**
   * Tokens that the chat format adds to every message.
   *
   * @see <a href="https://cookbook.openai.com/examples/how_to_count_tokens_with_tiktoken">OpenAI's
   *     cookbook</a>
   */
  private static final int PER_MESSAGE = 3;

  private final Encoding encoding;

  private TokenCounter(Encoding encoding) {
    this.encoding = encoding;
  }

  /** Loads the encoding: seconds, once a process. */
  public static TokenCounter load() {
    return new TokenCounter(
        Encodings.newLazyEncodingRegistry().getEncoding(EncodingType.O200K_BASE));
  }

  /** Tokens of an entry as stored: of the words that a model reads for it. */
  public long count(Entry entry) {
    long tokens = PER_MESSAGE;
    for (ContentBlock block : entry.getContent()) {
      tokens += count(Wording.of(block));
    }
    for (ToolCall call : entry.getToolCalls()) {
      tokens += count(call.getName()) + count(Wording.ofArguments(call));
    }
    return tokens;
  }

  /** Tokens of a text; special tokens in it count as the plain text that they are. */
  public long count(String text) {
    return encoding.countTokensOrdinary(text);
  }
}
