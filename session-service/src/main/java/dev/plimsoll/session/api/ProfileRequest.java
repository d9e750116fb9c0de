/* SPDX-License-Identifier: Apache-2.0 */
package dev.plimsoll.session.api;

import dev.plimsoll.platform.problem.Problem;
import dev.plimsoll.platform.problem.ProblemException;
import dev.plimsoll.schemas.shared.ModelBinding;
import dev.plimsoll.schemas.shared.SessionProfile;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What a client says of a session; what is left out is cleared. */
@Schema(
    name = "Profile",
    example =
        """
        {"agent": "helper", "channel": "telegram", "user": "ada", "title": "Ada's deploys",
         "models": [{"name": "gpt-5", "window": 200000}]}\
        """)
public record ProfileRequest(
    @Nullable String agent,
    @Nullable String channel,
    @Nullable String user,
    @Nullable String title,
    @Nullable List<Model> models) {
  private static final int MAX_CHARS = 256;
  private static final int MAX_MODELS = 16;

  /** A model that reads the session; the window in tokens. */
  @Schema(name = "Model")
  public record Model(@Nullable String name, long window) {}

  /** The profile; 400 naming the field at fault. */
  SessionProfile toProfile() {
    return new SessionProfile(
        checked("agent", agent),
        checked("channel", channel),
        checked("user", user),
        checked("title", title),
        bindings());
  }

  private List<ModelBinding> bindings() {
    List<Model> given = Optional.ofNullable(models).orElse(List.of());
    if (given.size() > MAX_MODELS) {
      throw invalid("models", "Expected at most 16 models, but got more");
    }
    List<ModelBinding> bindings = new ArrayList<>(given.size());
    for (int i = 0; i < given.size(); i++) {
      Model model = given.get(i);
      if (model == null || model.name() == null || model.name().isBlank() || model.window() <= 0) {
        throw invalid("models[" + i + "]", "Expected a name and a window of tokens, but got less");
      }
      bindings.add(new ModelBinding(model.name(), model.window()));
    }
    return bindings;
  }

  private static @Nullable String checked(String field, @Nullable String text) {
    if (text != null && text.length() > MAX_CHARS) {
      throw invalid(field, "Expected at most 256 characters, but got more");
    }
    return text;
  }

  private static ProblemException invalid(String field, String detail) {
    return new ProblemException(Problem.invalid(field, detail));
  }
}
