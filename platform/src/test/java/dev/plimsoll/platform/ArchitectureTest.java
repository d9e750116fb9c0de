/* SPDX-License-Identifier: Apache-2.0 */
package dev.plimsoll.platform;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
  private final JavaClasses platform =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("dev.plimsoll.platform");

  @Test
  void shouldKnowNoDomain() {
    classes()
        .that()
        .resideInAPackage("dev.plimsoll..")
        .should()
        .onlyDependOnClassesThat()
        .resideOutsideOfPackages(
            "dev.plimsoll.domain..",
            "dev.plimsoll.session..",
            "dev.plimsoll.history..",
            "dev.plimsoll.schemas.session..",
            "dev.plimsoll.schemas.history..",
            "dev.plimsoll.schemas.shared..")
        .check(platform);
  }

  @Test
  void shouldKeepTheKernelFreeOfHttpAndOfTheContainer() {
    noClasses()
        .that()
        .resideInAPackage("dev.plimsoll.platform.kernel..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "io.quarkus..",
            "jakarta..",
            "dev.plimsoll.platform.http..",
            "dev.plimsoll.platform.problem..",
            "dev.plimsoll.platform.security..")
        .check(platform);
  }
}
