/* SPDX-License-Identifier: Apache-2.0 */
package dev.plimsoll.domain.session.context;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The shape in which a context is given to a bot. */
public enum ContextFormat {
  /** Plimsoll's own: entries as they were sent. */
  PLAIN(new PlainMessages()),
  /** Messages of OpenAI's chat completions. */
  OPENAI(new OpenAiMessages()),
  /** Messages of Anthropic's API. */
  ANTHROPIC(new AnthropicMessages());

  private final Renderer renderer;

  ContextFormat(Renderer renderer) {
    this.renderer = renderer;
  }

  /** Finds a format by the name that clients use. */
  public static Optional<ContextFormat> named(String name) {
    for (ContextFormat format : values()) {
      if (format.word().equals(name)) {
        return Optional.of(format);
      }
    }
    return Optional.empty();
  }

  /** The name that clients use. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  Rendered render(List<Turn> turns) {
    return renderer.render(turns);
  }

  /** Renders turns as messages. Has no state: the same turns give the same bytes. */
  interface Renderer {

    /** The messages of turns, in order. */
    Rendered render(List<Turn> turns);
  }
}
