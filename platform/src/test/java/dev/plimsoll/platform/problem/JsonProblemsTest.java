/* SPDX-License-Identifier: Apache-2.0 */
package dev.plimsoll.platform.problem;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonProblemsTest {
  private static final ObjectMapper JSON =
      new ObjectMapper().enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

  record Order(@Nullable List<Item> items, @Nullable String note) {}

  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Item(long count, boolean gift, byte @Nullable [] picture) {}

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{'items': [{'count': 1}, {'count': 'SECRET'}]} | items[1].count   | whole number",
        "{'items': [{'gift': 'SECRET'}]}                | items[0].gift    | true or false",
        "{'items': [{'picture': '%SECRET'}]}            | items[0].picture | base64",
        "{'items': [{'SECRET': 1}]}                     | items[0].SECRET  | known fields",
        "{'items': 'SECRET'}                            | items            | list",
        "{'items': ['SECRET']}                          | items[0]         | JSON object",
        "{'note': {'SECRET': 1}}                        | note             | string",
        "['SECRET']                                     | ``               | JSON object",
        "{'note': 'SECRET                               | note             | valid value",
        "SECRET                                         | ``               | JSON document"
      })
  void shouldNameTheFieldAndNeverItsContent(String json, String field, String expected) {
    // when
    Problem problem = problemOf(json.replace('\'', '"'));

    // then
    assertThat(problem.status()).isEqualTo(400);
    assertThat(problem.more()).containsEntry("field", field);
    assertThat(problem.detail()).contains(expected).doesNotContain("SECRET");
  }

  private static Problem problemOf(String json) {
    try {
      throw new AssertionError("Expected a problem, but got " + JSON.readValue(json, Order.class));
    } catch (JsonProcessingException e) {
      return JsonProblems.of(e);
    }
  }
}
