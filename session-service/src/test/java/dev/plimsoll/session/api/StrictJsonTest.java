/* SPDX-License-Identifier: Apache-2.0 */
package dev.plimsoll.session.api;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.plimsoll.platform.problem.ProblemException;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StrictJsonTest {
  @ParameterizedTest
  @ValueSource(
      strings = {"", " ", "{", "{\"a\":1", "{\"a\":1,\"a\":2}", "{},", "NaN", "{'a':1}", "[1,]"})
  void shouldRefuseWhatIsNotOneDocument(String body) {
    // when / then
    assertProblem(() -> StrictJson.read(body.getBytes(UTF_8)), "malformed_json", "");
  }

  @Test
  void shouldRefuseASecondDocument() {
    // when / then
    assertProblem(() -> read("{} {}"), "invalid_request", "");
  }

  @Test
  void shouldRefuseADocumentThatIsTooDeep() {
    // given
    String deep = "[".repeat(100_000) + "]".repeat(100_000);

    // when / then
    assertProblem(() -> StrictJson.read(deep.getBytes(UTF_8)), "malformed_json", "");
  }

  @Test
  void shouldRefuseWhatIsNoUtf8() {
    // when / then
    assertProblem(
        () -> StrictJson.read("{\"a\":\"größer\"}".getBytes(ISO_8859_1)), "invalid_utf8", "");
  }

  @Test
  void shouldRefuseHalfACharacterAndSayWhere() {
    // when / then
    assertProblem(() -> read("{'a':[{'b':'x\\ud83d'}]}"), "invalid_text", "a[0].b");
    assertProblem(() -> read("{'a':'\\ude00'}"), "invalid_text", "a");
    assertProblem(() -> read("{'a':'\\ude00\\ud83d'}"), "invalid_text", "a");
    assertProblem(() -> read("{'a':{'\\ud83d':1}}"), "invalid_text", "a");
  }

  @Test
  void shouldTakeWholeCharacters() {
    // when / then
    assertThat(read("{'a':'\\ud83d\\ude00'}").get("a").textValue()).isEqualTo("😀");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0.1",
        "1.10",
        "12345678901234567890123",
        "0.1000000000000000055511151231257827",
        "1E+400"
      })
  void shouldKeepNumbersAsTheyAre(String number) {
    // when / then
    assertThat(read("{'n':" + number + "}")).hasToString("{\"n\":" + number + "}");
  }

  @Test
  void shouldHaveOneCanonicalTextForAllSpellings() {
    // when
    byte[] one = StrictJson.canonical(read("{ 'b' : 1, 'a' : {'d':'\\u0041', 'c':[1, 2]}}"));
    byte[] other = StrictJson.canonical(read("{'a':{'c':[1,2],'d':'A'},'b':1}"));

    // then
    assertThat(one).isEqualTo(other);
    assertThat(StrictJson.canonical(read("{'a':{'c':[2,1],'d':'A'},'b':1}"))).isNotEqualTo(other);
  }

  @Test
  void shouldRefuseNull() {
    // when / then
    assertProblem(
        () -> StrictJson.bind(read("null"), ProfileRequest.class, "[1]"), "invalid_request", "[1]");
  }

  private static JsonNode read(String json) {
    return StrictJson.read(json.replace('\'', '"').getBytes(UTF_8));
  }

  static void assertProblem(ThrowingCallable call, String code, String field) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            ProblemException.class,
            refusal -> {
              assertThat(refusal.problem().status()).isEqualTo(400);
              assertThat(refusal.problem().code()).isEqualTo(code);
              assertThat(refusal.problem().more()).containsEntry("field", field);
            });
  }
}
