/* SPDX-License-Identifier: Apache-2.0 */
package dev.plimsoll.standalone;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.plimsoll.domain.session.SessionDecider;
import dev.plimsoll.domain.session.SessionFold;
import dev.plimsoll.domain.session.Sha256;
import dev.plimsoll.schemas.history.SessionSummary;
import dev.plimsoll.schemas.platform.ApiKey;
import dev.plimsoll.schemas.platform.DeadLetter;
import dev.plimsoll.schemas.session.Blob;
import dev.plimsoll.schemas.session.state.Acceptance;
import dev.plimsoll.schemas.session.state.LiveEntry;
import dev.plimsoll.schemas.session.state.SessionHeader;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.SchemaNormalization;
import org.apache.avro.specific.SpecificData;

/**
 * Names the format of a data directory: a fingerprint of every schema in it. Until schemas are
 * frozen by the first release, a directory of another format is refused.
 */
final class DataFormat {
  /** Raised when keys, partitions or the layout of stores change. */
  private static final int LAYOUT = 1;

  private static final int HEX_DIGITS = 16;

  private DataFormat() {}

  static String fingerprint() {
    Stream<Class<?>> records =
        Stream.of(
                SessionFold.TABLE.events(),
                SessionDecider.TABLE.commands(),
                List.of(
                    SessionHeader.class,
                    LiveEntry.class,
                    Acceptance.class,
                    Blob.class,
                    SessionSummary.class,
                    ApiKey.class,
                    DeadLetter.class))
            .flatMap(classes -> classes.stream().map(c -> (Class<?>) c));
    String schemas = records.map(DataFormat::canonical).sorted().collect(Collectors.joining("\n"));
    return "%d-%s".formatted(LAYOUT, Sha256.hex(schemas.getBytes(UTF_8)).substring(0, HEX_DIGITS));
  }

  private static String canonical(Class<?> record) {
    Schema schema = SpecificData.get().getSchema(record);
    return SchemaNormalization.toParsingForm(schema);
  }
}
