/* SPDX-License-Identifier: Apache-2.0 */
package dev.plimsoll.cli;

import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which data directory a command is about. */
final class LocalData {
  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "Data directory (default: data beside the launcher, or PLIMSOLL_DATA).")
  @Nullable Path directory;

  Path directory() {
    return Optional.ofNullable(directory)
        .or(() -> Optional.ofNullable(System.getenv("PLIMSOLL_DATA")).map(Path::of))
        .orElseGet(() -> Path.of(System.getProperty("plimsoll.home", ".")).resolve("data"))
        .toAbsolutePath()
        .normalize();
  }
}
