/* SPDX-License-Identifier: Apache-2.0 */
package dev.plimsoll.session.api;

/**
 * The answer to a profile.
 *
 * @param id the session
 * @param seq sequence of its newest event
 */
public record ProfileView(String id, long seq) {}
