/* SPDX-License-Identifier: Apache-2.0 */
package dev.plimsoll.domain;

import static com.tngtech.archunit.core.domain.JavaAccess.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.time.Clock;
import java.time.Instant;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
  private final JavaClasses domain =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("dev.plimsoll.domain");

  @Test
  void shouldDependOnSchemasJsonAndTokensOnly() {
    classes()
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(
            "java..",
            "dev.plimsoll.domain..",
            "dev.plimsoll.schemas..",
            "org.apache.avro..",
            "com.fasterxml.jackson..",
            "com.knuddels.jtokkit..",
            "org.jspecify..")
        .check(domain);
  }

  @Test
  void shouldReadNoClockAndThrowNoDice() {
    noClasses()
        .should()
        .dependOnClassesThat(assignableTo(Clock.class).or(assignableTo(Random.class)))
        .orShould()
        .callMethodWhere(
            target(owner(assignableTo(Instant.class))).and(target(nameMatching("now"))))
        .orShould()
        .callMethod(UUID.class, "randomUUID")
        .orShould()
        .callMethodWhere(
            target(owner(assignableTo(System.class)))
                .and(target(nameMatching("currentTimeMillis|nanoTime|getenv|getProperty"))))
        .check(domain);
  }

  @Test
  void shouldNotLogOrWait() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("java.util.logging..", "java.net..", "java.nio.file..")
        .orShould()
        .dependOnClassesThat(assignableTo(Thread.class))
        .check(domain);
  }

  @Test
  void shouldKeepTheKernelFreeOfSessions() {
    noClasses()
        .that()
        .resideInAPackage("dev.plimsoll.domain.kernel..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("dev.plimsoll.domain.session..", "dev.plimsoll.domain.transcript..")
        .check(domain);
  }
}
