/* SPDX-License-Identifier: Apache-2.0 */
package dev.plimsoll.domain.session;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.Test;

class SessionTablesTest {
  @Test
  void shouldHaveARowForEveryEventOfASession() {
    // given
    Set<Class<?>> events = recordsIn("dev.plimsoll.schemas.session.event");

    // when
    Set<Class<? extends SpecificRecord>> rows = SessionFold.TABLE.events();

    // then
    assertThat(events).isNotEmpty();
    assertThat(rows).containsExactlyInAnyOrderElementsOf(cast(events));
  }

  @Test
  void shouldHaveARowForEveryCommandToASession() {
    // given
    Set<Class<?>> commands = recordsIn("dev.plimsoll.schemas.session.command");

    // when
    Set<Class<? extends SpecificRecord>> rows = SessionDecider.TABLE.commands();

    // then
    assertThat(commands).isNotEmpty();
    assertThat(rows).containsExactlyInAnyOrderElementsOf(cast(commands));
  }

  private static Set<Class<?>> recordsIn(String packageName) {
    return new ClassFileImporter()
        .importPackages(packageName).stream()
            .filter(type -> type.isAssignableTo(SpecificRecord.class))
            .map(JavaClass::reflect)
            .collect(Collectors.toSet());
  }

  private static Set<Class<? extends SpecificRecord>> cast(Set<Class<?>> classes) {
    return classes.stream()
        .<Class<? extends SpecificRecord>>map(type -> type.asSubclass(SpecificRecord.class))
        .collect(Collectors.toSet());
  }
}
