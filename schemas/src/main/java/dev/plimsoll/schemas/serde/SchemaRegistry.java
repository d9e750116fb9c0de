/* SPDX-License-Identifier: Apache-2.0 */
package dev.plimsoll.schemas.serde;

import java.util.ArrayList;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.kafka.common.errors.SerializationException;

/**
 * The calls that a serde needs of a schema registry.
 *
 * <p>A refusal (unknown id, incompatible schema) is a {@link SerializationException}: the record or
 * the schema is at fault. A registry that does not answer is a {@link
 * RegistryUnavailableException}, one that refuses the credentials an {@link
 * org.apache.kafka.common.errors.AuthenticationException}: nothing is known about the record yet.
 */
public interface SchemaRegistry {

  /** Registers a schema under a subject, or finds it there; returns its id. */
  int register(String subject, Schema schema);

  /** Finds the id of a schema under a subject. */
  int lookUp(String subject, Schema schema);

  /** The schema of an id. */
  Schema byId(int id);

  /** Returns when the registry answers; throws {@link RegistryUnavailableException} if not. */
  default void check() {}

  /** A registry in memory, for tests and tools without a network; ids count from 1. */
  static SchemaRegistry inMemory() {
    return new SchemaRegistry() {
      private final List<Schema> schemas = new ArrayList<>();

      @Override
      public synchronized int register(String subject, Schema schema) {
        if (!schemas.contains(schema)) {
          schemas.add(schema);
        }
        return lookUp(subject, schema);
      }

      @Override
      public synchronized int lookUp(String subject, Schema schema) {
        int index = schemas.indexOf(schema);
        if (index < 0) {
          throw new SerializationException(
              "Expected a registered schema, but " + schema.getFullName() + " is not");
        }
        return index + 1;
      }

      @Override
      public synchronized Schema byId(int id) {
        if (id < 1 || id > schemas.size()) {
          throw new SerializationException("Expected a known schema id, but got " + id);
        }
        return schemas.get(id - 1);
      }
    };
  }
}
