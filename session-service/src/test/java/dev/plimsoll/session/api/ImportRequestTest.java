/* SPDX-License-Identifier: Apache-2.0 */
package dev.plimsoll.session.api;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ImportRequestTest {
  @Test
  void shouldTakeLines() {
    // when
    ImportRequest request = bind("{'transcript':'t1','lines':[{'number':2,'json':{'type':'x'}}]}");

    // then
    assertThat(check(request)).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{'lines':[{'number':2,'json':{}}]}                            | transcript",
        "{'transcript':' ','lines':[{'number':2,'json':{}}]}           | transcript",
        "{'transcript':'t1'}                                           | lines",
        "{'transcript':'t1','lines':[]}                                | lines",
        "{'transcript':'t1','lines':[null]}                            | lines",
        "{'transcript':'t1','lines':[{'number':1},{'number':2},{'number':3}]} | lines",
        "{'transcript':'t1','lines':[{'number':2}]}                    | lines[0].json",
        "{'transcript':'t1','lines':[{'number':2,'json':'x'}]}         | lines[0].json",
        "{'transcript':'t1','lines':[{'json':{}}]}                     | lines[0].number",
        "{'transcript':'t1','lines':[{'number':0,'json':{}}]}          | lines[0].number",
        "{'transcript':'t1','lines':[{'number':'2','json':{}}]}        | lines[0].number",
      })
  void shouldNameTheFieldAtFault(String json, String field) {
    // when / then
    StrictJsonTest.assertProblem(() -> check(bind(json)), "invalid_request", field);
  }

  private static int check(ImportRequest request) {
    request.requiredTranscript();
    for (ImportRequest.Line line : request.requiredLines(2)) {
      line.requiredJson("lines[0]");
      line.requiredNumber("lines[0]");
    }
    return request.requiredLines(2).size();
  }

  private static ImportRequest bind(String json) {
    return StrictJson.bind(
        StrictJson.read(json.replace('\'', '"').getBytes(UTF_8)), ImportRequest.class, "");
  }
}
