/* SPDX-License-Identifier: Apache-2.0 */
package dev.plimsoll.history;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
  private final JavaClasses readSide =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("dev.plimsoll.history");

  @Test
  void shouldMeetOtherServicesOnTopicsOnly() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("dev.plimsoll.session..")
        .check(readSide);
  }

  @Test
  void shouldWriteNoCommands() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "dev.plimsoll.schemas.session.command..", "org.apache.kafka.clients.producer..")
        .check(readSide);
  }

  @Test
  void shouldKeepStreamsFreeOfHttp() {
    noClasses()
        .that()
        .resideInAnyPackage("..history.stream..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("dev.plimsoll.history.api..", "jakarta.ws.rs..")
        .check(readSide);
  }
}
