/* SPDX-License-Identifier: Apache-2.0 */
package dev.plimsoll.session.api;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.domain.session.content.RawBlock;
import dev.plimsoll.domain.session.content.RawEntry;
import dev.plimsoll.schemas.shared.Author;
import dev.plimsoll.schemas.shared.Role;
import dev.plimsoll.schemas.shared.ToolResult;
import dev.plimsoll.schemas.shared.Usage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EntryBindingTest {
  @Test
  void shouldTakeEveryFieldOfAnEntry() {
    // when
    RawEntry entry =
        bind(
            """
            {'id':'e1','role':'assistant','model':'gpt-5','run':'r1','pinned':true,
             'author':{'id':'u1','name':'Ada'},'usage':{'input':1,'output':2,'cacheRead':3,'cacheWrite':4},
             'occurredAt':'2026-11-22T10:00:00Z',
             'content':[{'type':'text','text':'hi'},{'type':'reasoning','text':'hm','signature':'s'}],
             'toolCalls':[{'id':'c1','name':'f','arguments':{'b':1.10,'a':[]}}]}\
            """);

    // then
    assertThat(entry.role()).isEqualTo(Role.ASSISTANT);
    assertThat(entry.content())
        .containsExactly(new RawBlock.Text("hi"), new RawBlock.Reasoning("hm", "s"));
    assertThat(entry.toolCalls())
        .containsExactly(new RawEntry.RawToolCall("c1", "f", "{\"b\":1.10,\"a\":[]}"));
    assertThat(entry.author()).isEqualTo(new Author("u1", "Ada"));
    assertThat(entry.usage()).isEqualTo(new Usage(1L, 2L, 3L, 4L));
    assertThat(entry.model()).isEqualTo("gpt-5");
    assertThat(entry.run()).isEqualTo("r1");
    assertThat(entry.pinned()).isTrue();
    assertThat(entry.occurredAt()).isEqualTo("2026-11-22T10:00:00Z");
  }

  @Test
  void shouldTakeATextForABlock() {
    // when / then
    assertThat(bind("{'id':'e1','role':'user','content':'hi'}").content())
        .containsExactly(new RawBlock.Text("hi"));
    assertThat(
            bind("{'id':'e1','role':'user','content':['a',{'type':'text','text':'b'}]}").content())
        .containsExactly(new RawBlock.Text("a"), new RawBlock.Text("b"));
    assertThat(bind("{'id':'e1','role':'user'}").content()).isEmpty();
  }

  @Test
  void shouldTakeATextForArguments() {
    // when / then
    assertThat(call("'{not json'").arguments()).isEqualTo("{not json");
    assertThat(call("null").arguments()).isEqualTo("{}");
    assertThat(call("{'n':12345678901234567890.50}").arguments())
        .isEqualTo("{\"n\":12345678901234567890.50}");
  }

  @Test
  void shouldTakeWhatAProviderReports() {
    // when / then
    assertThat(bind("{'id':'e1','role':'assistant','usage':{'input':5,'output':7}}").usage())
        .isEqualTo(new Usage(5L, 7L, 0L, 0L));
  }

  @Test
  void shouldTakeAToolsResult() {
    // when
    RawEntry entry =
        bind("{'id':'e1','role':'tool','toolCallId':'c1','toolName':'f','isError':true}");

    // then
    assertThat(entry.toolResult()).isEqualTo(new ToolResult("c1", "f", true));
  }

  @Test
  void shouldTakeAnImage() {
    // when
    RawEntry entry =
        bind(
            "{'id':'e1','role':'user','content':{'type':'image','mediaType':'image/png','data':'AQID'}}");

    // then
    assertThat(entry.content())
        .singleElement()
        .isInstanceOfSatisfying(
            RawBlock.Media.class, media -> assertThat(media.data()).containsExactly(1, 2, 3));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "'role':'user'                                                      | id",
        "'id':5,'role':'user'                                               | id",
        "'id':null,'role':'user'                                            | id",
        "'id':'e1'                                                          | role",
        "'id':'e1','role':'pope'                                            | role",
        "'id':'e1','role':'user','colour':1                                 | colour",
        "'id':'e1','role':'user','content':5                                | content[0]",
        "'id':'e1','role':'user','content':[null]                           | content[0]",
        "'id':'e1','role':'user','content':['a',5]                          | content[1]",
        "'id':'e1','role':'user','content':[{'type':'text'}]                | content[0].text",
        "'id':'e1','role':'user','content':[{'text':'a'}]                   | content[0].type",
        "'id':'e1','role':'user','content':[{'type':'video'}]               | content[0].type",
        "'id':'e1','role':'user','content':[{'type':'image','data':'AQID'}] | content[0].mediaType",
        "'id':'e1','role':'user','content':[{'type':'image','mediaType':'image/png','data':'%'}] | content[0].data",
        "'id':'e1','role':'assistant','toolCalls':[{'name':'f'}]            | toolCalls[0].id",
        "'id':'e1','role':'assistant','toolCalls':[{'id':'c'}]              | toolCalls[0].name",
        "'id':'e1','role':'assistant','toolCalls':[null]                    | toolCalls[0]",
        "'id':'e1','role':'assistant','toolCalls':[{'id':'c','name':'f','arguments':5}] | toolCalls[0].arguments",
        "'id':'e1','role':'user','usage':{'input':1.5}                      | usage.input",
        "'id':'e1','role':'user','usage':{'input':'1'}                      | usage.input",
        "'id':'e1','role':'user','usage':{'input':99999999999999999999}     | usage.input",
        "'id':'e1','role':'user','usage':{'input':-1}                       | usage.input",
        "'id':'e1','role':'user','pinned':'true'                            | pinned",
        "'id':'e1','role':'user','pinned':1                                 | pinned",
        "'id':'e1','role':'user','occurredAt':'yesterday'                   | occurredAt",
        "'id':'e1','role':'user','occurredAt':1763803487                    | occurredAt",
        "'id':'e1','role':'user','occurredAt':'1763803487'                  | occurredAt",
        "'id':'e1','role':'user','occurredAt':'+999999999-12-31T23:59:59Z'  | occurredAt",
        "'id':'e1','role':'user','author':'Ada'                             | author",
      })
  void shouldNameTheFieldAtFault(String members, String field) {
    // when / then
    StrictJsonTest.assertProblem(() -> bind("{" + members + "}"), "invalid_request", field);
  }

  @Test
  void shouldNameTheEntryOfAnArray() {
    // when / then
    StrictJsonTest.assertProblem(
        () -> EntryBinding.bind(StrictJson.read("{}".getBytes(UTF_8)), "[3]"),
        "invalid_request",
        "[3].id");
  }

  private static RawEntry.RawToolCall call(String arguments) {
    return bind("{'id':'e1','role':'assistant','toolCalls':[{'id':'c1','name':'f','arguments':%s}]}"
            .formatted(arguments))
        .toolCalls()
        .getFirst();
  }

  private static RawEntry bind(String json) {
    return EntryBinding.bind(StrictJson.read(json.replace('\'', '"').getBytes(UTF_8)), "");
  }
}
