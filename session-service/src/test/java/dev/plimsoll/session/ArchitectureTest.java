/* SPDX-License-Identifier: Apache-2.0 */
package dev.plimsoll.session;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
  private final JavaClasses service =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("dev.plimsoll.session");

  @Test
  void shouldMeetOtherServicesOnTopicsOnly() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("dev.plimsoll.history..", "dev.plimsoll.schemas.history..")
        .check(service);
  }

  @Test
  void shouldKeepStreamsFreeOfHttp() {
    noClasses()
        .that()
        .resideInAnyPackage("..session.stream..", "..session.blob..", "..session.verify..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("dev.plimsoll.session.api..", "jakarta.ws.rs..")
        .check(service);
  }
}
