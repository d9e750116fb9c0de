/* SPDX-License-Identifier: Apache-2.0 */
package dev.plimsoll.platform.security;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PageLoginTest {
  private final PageLogin logins = new PageLogin(FixedSecurity.withPageSecret("secret"));

  @Test
  void shouldTakeATokenOnce() {
    // given
    String token = logins.newToken("0123456789ab");

    // when / then
    assertThat(logins.redeem(token)).contains("0123456789ab");
    assertThat(logins.redeem(token)).isEmpty();
  }

  @Test
  void shouldNotTakeATokenOfAProcessBefore() {
    // given
    String token = logins.newToken("0123456789ab");

    // when
    PageLogin restarted = new PageLogin(FixedSecurity.withPageSecret("secret"));

    // then
    assertThat(restarted.redeem(token)).isEmpty();
  }

  @Test
  void shouldTakeACookieAgainAndAgain() {
    // given
    String cookie = logins.newCookie("0123456789ab");

    // when / then
    assertThat(logins.verifyCookie(cookie)).contains("0123456789ab");
    assertThat(logins.verifyCookie(cookie)).contains("0123456789ab");
  }

  @Test
  void shouldTakeTheCookieOfAnotherInstanceWithTheSameSecret() {
    // given
    PageLogin other = new PageLogin(FixedSecurity.withPageSecret("secret"));

    // when / then
    assertThat(other.verifyCookie(logins.newCookie("0123456789ab"))).contains("0123456789ab");
  }

  @Test
  void shouldRefuseTheCookieOfAnotherInstallation() {
    // given
    PageLogin other = new PageLogin(FixedSecurity.withPageSecret("another"));

    // when / then
    assertThat(other.verifyCookie(logins.newCookie("0123456789ab"))).isEmpty();
  }

  @Test
  void shouldNotTakeATokenForACookieNorACookieForAToken() {
    // when / then
    assertThat(logins.verifyCookie(logins.newToken("0123456789ab"))).isEmpty();
    assertThat(logins.redeem(logins.newCookie("0123456789ab"))).isEmpty();
  }

  @Test
  void shouldRefuseATamperedCookie() {
    // given
    String cookie = logins.newCookie("0123456789ab");

    // when / then
    for (int i = 0; i < cookie.length(); i++) {
      char other = cookie.charAt(i) == 'x' ? 'y' : 'x';
      String tampered = cookie.substring(0, i) + other + cookie.substring(i + 1);
      assertThat(logins.verifyCookie(tampered)).as("changed at " + i).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", ".", "cookie", "cookie.0123456789ab.99999999999.nonce."})
  void shouldRefuseGarbage(String garbage) {
    // when / then
    assertThat(logins.verifyCookie(garbage)).isEmpty();
    assertThat(logins.redeem(garbage)).isEmpty();
  }
}
