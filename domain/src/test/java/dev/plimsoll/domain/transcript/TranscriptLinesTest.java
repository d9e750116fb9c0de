/* SPDX-License-Identifier: Apache-2.0 */
package dev.plimsoll.domain.transcript;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.plimsoll.domain.session.content.RawBlock;
import dev.plimsoll.domain.session.content.RawEntry;
import dev.plimsoll.schemas.shared.Role;
import dev.plimsoll.schemas.shared.ToolResult;
import dev.plimsoll.schemas.shared.Usage;
import dev.plimsoll.schemas.topics.SessionKey;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TranscriptLinesTest {
  @Test
  void shouldReadTheHeader() {
    // when / then
    assertThat(read("{'type':'session','version':3,'id':'71db','cwd':'/home/ada'}"))
        .isEqualTo(new TranscriptItem.Header("71db"));
  }

  @Test
  void shouldReadWhatAPersonSays() {
    // when
    TranscriptItem.Message message =
        message(
            """
            {'type':'message','id':'e1','parentId':'e0','timestamp':'2026-11-22T09:24:47.403Z',
             'message':{'role':'user','content':'Is prod healthy?'}}\
            """);

    // then
    assertThat(message.lineId()).isEqualTo("e1");
    assertThat(message.parentId()).isEqualTo("e0");
    assertThat(message.entry().id()).isEqualTo("t1:e1");
    assertThat(message.entry().role()).isEqualTo(Role.USER);
    assertThat(message.entry().content()).containsExactly(new RawBlock.Text("Is prod healthy?"));
    assertThat(message.entry().occurredAt()).isEqualTo("2026-11-22T09:24:47.403Z");
  }

  @Test
  void shouldReadWhatABotThinksSaysAndCalls() {
    // when
    RawEntry entry =
        message(
                """
                {'type':'message','id':'e2','message':{'role':'assistant','provider':'openai','model':'gpt-5',
                 'timestamp':1763803487403,'stopReason':'toolUse',
                 'usage':{'input':10,'output':-5,'cacheRead':3,'totalTokens':18,'cost':{'total':0.1}},
                 'content':[{'type':'thinking','thinking':'hm','thinkingSignature':'s1'},
                            {'type':'text','text':'one moment'},
                            {'type':'toolCall','id':'c1','name':'exec','arguments':{'cmd':'ls'}}]}}\
                """)
            .entry();

    // then
    assertThat(entry.content())
        .containsExactly(new RawBlock.Reasoning("hm", "s1"), new RawBlock.Text("one moment"));
    assertThat(entry.toolCalls())
        .containsExactly(new RawEntry.RawToolCall("c1", "exec", "{\"cmd\":\"ls\"}"));
    assertThat(entry.model()).isEqualTo("openai/gpt-5");
    assertThat(entry.usage()).isEqualTo(new Usage(10L, 0L, 3L, 0L));
    assertThat(entry.occurredAt()).isEqualTo(Instant.ofEpochMilli(1763803487403L));
  }

  @Test
  void shouldReadAToolsResultWithAnImage() {
    // when
    RawEntry entry =
        message(
                """
                {'type':'message','id':'e3','message':{'role':'toolResult','toolCallId':'c1','toolName':'shot',
                 'isError':true,'content':[{'type':'image','data':'AQID','mimeType':'image/png'}]}}\
                """)
            .entry();

    // then
    assertThat(entry.role()).isEqualTo(Role.TOOL);
    assertThat(entry.toolResult()).isEqualTo(new ToolResult("c1", "shot", true));
    assertThat(entry.content())
        .singleElement()
        .isInstanceOfSatisfying(
            RawBlock.Media.class,
            media -> {
              assertThat(media.mediaType()).isEqualTo("image/png");
              assertThat(media.data()).containsExactly(1, 2, 3);
            });
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{}                                                                  | no type",
        "[]                                                                  | no type",
        "7                                                                   | no type",
        "{'type':5}                                                          | type 5",
        "{'type':'compaction','summary':'x'}                                 | type compaction",
        "{'type':'model_change'}                                             | type model_change",
        "{'type':'evil\\nline'}                                              | type unknown",
        "{'type':'message'}                                                  | message without a role",
        "{'type':'message','message':7}                                      | message without a role",
        "{'type':'message','message':{'role':'bashExecution'}}               | role bashExecution",
        "{'type':'message','message':{'role':'user','content':7}}            | malformed content",
        "{'type':'message','message':{'role':'user','content':{'a':1}}}      | malformed content",
        "{'type':'message','message':{'role':'user','content':[{'type':'image','data':'%%'}]}} | malformed content",
        "{'type':'message','message':{'role':'assistant','content':[{'type':'toolCall','id':'c1'}]}} | malformed content",
        "{'type':'message','message':{'role':'toolResult','content':'x'}}    | tool result without a call id",
      })
  void shouldSayWhyALineIsSkipped(String line, String reason) {
    // when / then
    assertThat(read(line)).isEqualTo(new TranscriptItem.Skipped(reason));
  }

  @Test
  void shouldKeepBlocksThatItDoesNotKnowAsText() {
    // when
    RawEntry entry =
        message(
                "{'type':'message','id':'e','message':{'role':'user','content':[{'type':'video'},7]}}")
            .entry();

    // then
    assertThat(entry.content())
        .containsExactly(new RawBlock.Text("{\"type\":\"video\"}"), new RawBlock.Text("7"));
  }

  @Test
  void shouldLetTheNumberOfALineStandInForAMissingId() {
    // when / then
    assertThat(message("{'type':'message','message':{'role':'user'}}").entry().id())
        .isEqualTo("t1:line-9");
  }

  @Test
  void shouldHashAnIdThatDoesNotFit() {
    // when
    String id = message("{'type':'message','id':'a/b','message':{'role':'user'}}").entry().id();

    // then
    assertThat(SessionKey.isId(id)).isTrue();
    assertThat(id).startsWith("sha256:");
  }

  @ParameterizedTest
  @ValueSource(strings = {"yesterday", "", "2026-13-40T00:00:00Z", "+999999999-12-31T23:59:59Z"})
  void shouldKnowNoTimeWhenThereIsNoneThatCanBeStored(String time) {
    // when
    RawEntry entry =
        message(
                "{'type':'message','id':'e','timestamp':'%s','message':{'role':'user'}}"
                    .formatted(time))
            .entry();

    // then
    assertThat(entry.occurredAt()).isNull();
  }

  private static TranscriptItem.Message message(String line) {
    return (TranscriptItem.Message) read(line);
  }

  private static TranscriptItem read(String line) {
    try {
      return TranscriptLines.read("t1", 9, new ObjectMapper().readTree(line.replace('\'', '"')));
    } catch (JsonProcessingException e) {
      throw new AssertionError(e);
    }
  }
}
