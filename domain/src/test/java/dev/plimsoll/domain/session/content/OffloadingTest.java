/* SPDX-License-Identifier: Apache-2.0 */
package dev.plimsoll.domain.session.content;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.domain.session.EntryRules;
import dev.plimsoll.domain.session.Sha256;
import dev.plimsoll.domain.session.StoredAs;
import dev.plimsoll.domain.session.content.RawBlock.Media;
import dev.plimsoll.domain.session.content.RawBlock.Reasoning;
import dev.plimsoll.domain.session.content.RawBlock.Text;
import dev.plimsoll.domain.session.content.RawEntry.RawToolCall;
import dev.plimsoll.schemas.shared.BlobStub;
import dev.plimsoll.schemas.shared.Role;
import dev.plimsoll.schemas.shared.ToolResult;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OffloadingTest {
  @ParameterizedTest
  @CsvSource({
    "TOOL, 16384, INLINE",
    "TOOL, 16385, STUB",
    "USER, 65536, INLINE",
    "USER, 65537, STUB",
    "ASSISTANT, 65537, STUB",
    "SYSTEM, 65537, STUB"
  })
  void shouldOffloadATextOverTheLimitOfItsRole(Role role, int bytes, StoredAs stored) {
    // when
    Offloaded offloaded = Offloading.of(raw(role, new Text("x".repeat(bytes))));

    // then
    assertThat(StoredAs.of(offloaded.entry())).isEqualTo(stored);
    assertThat(offloaded.blobs()).hasSize(stored == StoredAs.STUB ? 1 : 0);
    assertThat(offloaded.entry().getRawBytes()).isEqualTo(bytes);
  }

  @Test
  void shouldCountBytesAndNotCharacters() {
    // when
    Offloaded offloaded = Offloading.of(raw(Role.TOOL, new Text("ж".repeat(8193))));

    // then
    assertThat(StoredAs.of(offloaded.entry())).isEqualTo(StoredAs.STUB);
  }

  @Test
  void shouldShareTheLimitAmongTheBlocksOfAnEntry() {
    // when
    Offloaded offloaded =
        Offloading.of(raw(Role.TOOL, new Text("a".repeat(10_000)), new Text("b".repeat(10_000))));

    // then
    assertThat(offloaded.entry().getContent().get(0).getStub()).isNull();
    assertThat(offloaded.entry().getContent().get(1).getStub()).isNotNull();
  }

  @Test
  void shouldDescribeWhatItOffloads() {
    // given
    String text = "begin" + "x".repeat(70_000) + "end";

    // when
    Offloaded offloaded = Offloading.of(raw(Role.USER, new Text(text)));

    // then
    BlobStub stub = offloaded.entry().getContent().getFirst().getStub();
    assertThat(stub.getDigest()).isEqualTo(Sha256.hex(text.getBytes(UTF_8)));
    assertThat(stub.getBytes()).isEqualTo(70_008);
    assertThat(stub.getMediaType()).isEqualTo("text/plain; charset=utf-8");
    assertThat(stub.getHead()).startsWith("begin");
    assertThat(stub.getTail()).endsWith("end");
    assertThat(offloaded.blobs())
        .singleElement()
        .satisfies(blob -> {
          assertThat(blob.getDigest()).isEqualTo(stub.getDigest());
          assertThat(UTF_8.decode(blob.getData().duplicate()).toString()).isEqualTo(text);
        });
  }

  @Test
  void shouldOffloadEveryImageAndSound() {
    // when
    Offloaded offloaded =
        Offloading.of(
            raw(
                Role.USER,
                new Media("image", "image/png", new byte[] {1}),
                new Media("audio", "audio/ogg", new byte[] {2, 3})));

    // then
    assertThat(offloaded.entry().getContent())
        .allSatisfy(block -> assertThat(block.getStub()).isNotNull())
        .extracting(block -> block.getKind() + " " + block.getStub().getMediaType())
        .containsExactly("image image/png", "audio audio/ogg");
    assertThat(offloaded.entry().getRawBytes()).isEqualTo(3);
  }

  @Test
  void shouldKeepTheSignatureOfOffloadedReasoning() {
    // when
    Offloaded offloaded =
        Offloading.of(raw(Role.ASSISTANT, new Reasoning("x".repeat(70_000), "signed")));

    // then
    assertThat(offloaded.entry().getContent().getFirst().getSignature()).isEqualTo("signed");
    assertThat(offloaded.entry().getContent().getFirst().getStub()).isNotNull();
  }

  @Test
  void shouldOffloadArgumentsOverTheLimit() {
    // given
    String fits = "x".repeat(EntryRules.MAX_INLINE_BYTES);

    // when
    Offloaded offloaded =
        Offloading.of(
            raw(
                List.of(
                    new RawToolCall("c1", "write", fits),
                    new RawToolCall("c2", "write", fits + "x"))));

    // then
    assertThat(offloaded.entry().getToolCalls().get(0).getArguments()).isEqualTo(fits);
    assertThat(offloaded.entry().getToolCalls().get(1).getArguments()).isNull();
    assertThat(offloaded.entry().getToolCalls().get(1).getStub().getMediaType())
        .isEqualTo("application/json");
  }

  @Test
  void shouldMakeEntriesThatTheRulesTake() {
    // when
    Offloaded offloaded =
        Offloading.of(
            raw(Role.TOOL, new Text("😀".repeat(100_000)), new Text("y".repeat(100_000))));

    // then
    assertThat(EntryRules.check(offloaded.entry())).isEmpty();
  }

  private static RawEntry raw(Role role, RawBlock... content) {
    ToolResult result = role == Role.TOOL ? new ToolResult("c1", "read", false) : null;
    return new RawEntry(
        "e1", role, List.of(content), List.of(), result, null, null, null, null, false, null);
  }

  private static RawEntry raw(List<RawToolCall> calls) {
    return new RawEntry(
        "e1", Role.ASSISTANT, List.of(), calls, null, null, null, null, null, false, null);
  }
}
