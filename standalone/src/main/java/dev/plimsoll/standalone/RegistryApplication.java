/* SPDX-License-Identifier: Apache-2.0 */
package dev.plimsoll.standalone;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The unpacked schema registry.
 *
 * <p>Its jars go on one flat class path: the launcher jar that comes with it adds a class loader of
 * its own, which costs half a second at each start.
 *
 * @param home the directory with {@code app}, {@code lib} and {@code quarkus}
 */
record RegistryApplication(Path home) {

  static final String MAIN_CLASS = "io.quarkus.runner.GeneratedMain";

  /**
   * Returns the class path: what its build changed and generated before what it was made from.
   *
   * @throws StandaloneException if the directory is not an unpacked registry
   */
  String classPath() {
    try (Stream<Path> app = jars("app");
        Stream<Path> boot = jars("lib/boot");
        Stream<Path> libraries = jars("lib/main")) {
      Stream<Path> generated =
          Stream.of("transformed-bytecode.jar", "generated-bytecode.jar")
              .map(home.resolve("quarkus")::resolve);
      return Stream.of(generated, app, boot, libraries)
          .flatMap(part -> part)
          .map(Path::toString)
          .collect(Collectors.joining(File.pathSeparator));
    } catch (IOException e) {
      throw new StandaloneException(
          "Expected the unpacked schema registry in %s, but it is not there. Build again with ./plimsoll up."
              .formatted(home),
          e);
    }
  }

  private Stream<Path> jars(String part) throws IOException {
    List<Path> jars;
    try (Stream<Path> files = Files.list(home.resolve(part))) {
      jars = files.filter(file -> file.toString().endsWith(".jar")).sorted().toList();
    }
    return jars.stream();
  }
}
