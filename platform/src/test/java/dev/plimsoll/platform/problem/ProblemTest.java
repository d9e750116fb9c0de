/* SPDX-License-Identifier: Apache-2.0 */
package dev.plimsoll.platform.problem;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;

class ProblemTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  @Test
  void shouldHaveTheFormOfTheStandard() throws JsonProcessingException {
    // given
    Problem problem =
        Problem.of(413, "too_large", "Expected less, but got more").with("limitBytes", 8L);

    // when
    String json = JSON.writeValueAsString(problem);

    // then
    assertThat(JSON.readTree(json))
        .isEqualTo(
            JSON.readTree(
                """
                {"type": "urn:plimsoll:problem:too-large", "title": "Too large", "status": 413,
                 "detail": "Expected less, but got more", "code": "too_large", "limitBytes": 8}\
                """));
  }

  @Test
  void shouldLeaveOutADetailThatIsNotThere() throws JsonProcessingException {
    // when
    String json = JSON.writeValueAsString(Problem.of(404, "not_found", null));

    // then
    assertThat(JSON.readTree(json).has("detail")).isFalse();
  }

  @Test
  void shouldNameTheFieldOfAMalformedRequest() {
    // when
    Problem problem = Problem.invalid("roles", "Expected some, but got none");

    // then
    assertThat(problem.status()).isEqualTo(400);
    assertThat(problem.more()).containsEntry("field", "roles");
  }
}
