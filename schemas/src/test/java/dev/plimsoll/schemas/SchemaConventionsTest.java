/* SPDX-License-Identifier: Apache-2.0 */
package dev.plimsoll.schemas;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.Test;

class SchemaConventionsTest {
  private final List<Schema> schemas = schemasOfThisModule();

  @Test
  void shouldDescribeEveryRecordAndField() {
    // when
    List<String> silent =
        schemas.stream()
            .filter(schema -> schema.getType() == Schema.Type.RECORD)
            .flatMap(schema ->
                schema.getFields().stream()
                    .filter(field -> isBlank(field.doc()) || isBlank(schema.getDoc()))
                    .map(field -> schema.getName() + "." + field.name()))
            .toList();

    // then
    assertThat(schemas).hasSizeGreaterThan(20);
    assertThat(silent).isEmpty();
  }

  @Test
  void shouldGiveEveryEnumADefault() {
    // when
    List<Schema> enums =
        schemas.stream().filter(schema -> schema.getType() == Schema.Type.ENUM).toList();

    // then
    assertThat(enums).isNotEmpty().allSatisfy(e -> assertThat(e.getEnumDefault()).isNotNull());
  }

  @Test
  void shouldDefaultEveryOptionalFieldToNull() {
    // when
    List<Schema.Field> optional =
        schemas.stream()
            .filter(schema -> schema.getType() == Schema.Type.RECORD)
            .flatMap(schema -> schema.getFields().stream())
            .filter(field -> field.schema().isNullable())
            .toList();

    // then
    assertThat(optional)
        .isNotEmpty()
        .allSatisfy(field -> assertThat(field.hasDefaultValue()).as(field.name()).isTrue());
  }

  @Test
  void shouldHaveNoUnionThatCouldGrow() {
    // when
    List<Schema> unions =
        schemas.stream()
            .filter(schema -> schema.getType() == Schema.Type.RECORD)
            .flatMap(schema -> schema.getFields().stream())
            .map(Schema.Field::schema)
            .filter(Schema::isUnion)
            .toList();

    // then
    assertThat(unions)
        .allSatisfy(union -> assertThat(union.getTypes()).hasSize(2).anyMatch(Schema::isNullable));
  }

  private static List<Schema> schemasOfThisModule() {
    Map<String, Schema> found = new LinkedHashMap<>();
    for (JavaClass type : new ClassFileImporter().importPackages("dev.plimsoll.schemas")) {
      if (type.isAssignableTo(SpecificRecord.class) && !type.isInterface()) {
        collect(SpecificData.get().getSchema(type.reflect()), found);
      }
    }
    return List.copyOf(found.values());
  }

  private static void collect(Schema schema, Map<String, Schema> found) {
    switch (schema.getType()) {
      case RECORD -> {
        if (found.putIfAbsent(schema.getFullName(), schema) == null) {
          schema.getFields().forEach(field -> collect(field.schema(), found));
        }
      }
      case ENUM -> found.putIfAbsent(schema.getFullName(), schema);
      case ARRAY -> collect(schema.getElementType(), found);
      case MAP -> collect(schema.getValueType(), found);
      case UNION -> schema.getTypes().forEach(type -> collect(type, found));
      default -> {
        // Has no parts and no name of its own.
      }
    }
  }

  private static boolean isBlank(String text) {
    return text == null || text.isBlank();
  }
}
