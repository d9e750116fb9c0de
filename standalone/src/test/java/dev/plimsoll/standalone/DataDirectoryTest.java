/* SPDX-License-Identifier: Apache-2.0 */
package dev.plimsoll.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.plimsoll.standalone.DataDirectoryException.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataDirectoryTest {

  @TempDir Path temp;

  @Test
  void shouldCreateThePartsForTheOwnerAlone() throws IOException {
    // given
    Path root = temp.resolve("not/yet there");

    // when
    try (DataDirectory data = DataDirectory.open(root, "1")) {
      // then
      assertThat(permissions(root)).isEqualTo("rwx------");
      assertThat(data.broker()).isDirectory();
      assertThat(data.registry()).isDirectory();
      assertThat(data.state()).isDirectory();
      assertThat(data.logs()).isDirectory();
      assertThat(data.adminKeyFile()).doesNotExist().isEqualTo(root.resolve("admin.key"));
    }
  }

  @Test
  void shouldNameTheHolderWhenTheDirectoryIsInUse() {
    // given
    try (DataDirectory first = DataDirectory.open(temp, "1")) {
      // when
      DataDirectoryException refusal = refusal(first.root(), "1");

      // then
      assertThat(refusal.problem()).isEqualTo(Problem.LOCKED);
      assertThat(refusal)
          .hasMessageContaining("Expected %s to be free", temp)
          .hasMessageContaining("process " + ProcessHandle.current().pid())
          .hasMessageContaining("--data");
    }
  }

  @Test
  void shouldOpenAgainAfterAClose() {
    // given
    DataDirectory.open(temp, "1").close();

    // when
    try (DataDirectory again = DataDirectory.open(temp, "1")) {
      // then
      assertThat(again.root()).isEqualTo(temp.toAbsolutePath());
    }
  }

  @Test
  void shouldRefuseAnotherFormatAndGiveTheLockBack() {
    // given
    DataDirectory.open(temp, "plimsoll-1").close();

    // when
    DataDirectoryException refusal = refusal(temp, "plimsoll-2");

    // then
    assertThat(refusal.problem()).isEqualTo(Problem.OTHER_FORMAT);
    assertThat(refusal)
        .hasMessageStartingWith("Expected data format plimsoll-2, but %s has plimsoll-1.", temp);
    DataDirectory.open(temp, "plimsoll-1").close();
  }

  @Test
  void shouldRefuseADirectoryWithOtherFiles() throws IOException {
    // given
    Files.writeString(temp.resolve("thesis.txt"), "years of work");

    // when
    DataDirectoryException refusal = refusal(temp, "1");

    // then
    assertThat(refusal.problem()).isEqualTo(Problem.FOREIGN);
    assertThat(temp).isDirectoryNotContaining(file -> !file.endsWith("thesis.txt"));
  }

  @Test
  void shouldSayWhyADirectoryCannotBeWritten() throws IOException {
    // given
    Path file = Files.writeString(temp.resolve("file"), "");

    // when
    DataDirectoryException refusal = refusal(file.resolve("data"), "1");

    // then
    assertThat(refusal.problem()).isEqualTo(Problem.NOT_WRITABLE);
    assertThat(refusal.getMessage()).contains("--data").hasLineCount(1);
  }

  @Test
  void shouldKeepASecretOverStarts() throws IOException {
    // given
    String made;
    try (DataDirectory data = DataDirectory.open(temp, "1")) {
      made = data.secret("broker-admin");
    }

    // when
    String found;
    try (DataDirectory data = DataDirectory.open(temp, "1")) {
      found = data.secret("broker-admin");
    }

    // then
    assertThat(made).matches("[A-Za-z0-9_-]{43}").isEqualTo(found);
    assertThat(permissions(temp.resolve("secrets/broker-admin"))).isEqualTo("rw-------");
  }

  @Test
  void shouldMakeADifferentSecretForEachName() {
    // given
    try (DataDirectory data = DataDirectory.open(temp, "1")) {
      // when
      String one = data.secret("one");
      String two = data.secret("two");

      // then
      assertThat(one).isNotEqualTo(two);
    }
  }

  @Test
  void shouldRefuseASecretNameThatIsAPath() {
    // given
    try (DataDirectory data = DataDirectory.open(temp, "1")) {
      // when
      var refusal =
          catchThrowableOfType(IllegalArgumentException.class, () -> data.secret("../admin.key"));

      // then
      assertThat(refusal).hasMessageContaining("'../admin.key'");
    }
  }

  @Test
  void shouldReplaceAPrivateFileAsAWhole() throws IOException {
    // given
    PrivateFile file = new PrivateFile(temp.resolve("key"));
    file.write("the first, longer text");

    // when
    file.write("second");

    // then
    assertThat(file.read()).isEqualTo("second");
    assertThat(temp).isDirectoryNotContaining("glob:**.new");
  }

  private static DataDirectoryException refusal(Path directory, String format) {
    return catchThrowableOfType(
        DataDirectoryException.class, () -> DataDirectory.open(directory, format).close());
  }

  private static String permissions(Path path) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
  }
}
