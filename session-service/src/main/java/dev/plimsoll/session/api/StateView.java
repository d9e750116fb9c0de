/* SPDX-License-Identifier: Apache-2.0 */
package dev.plimsoll.session.api;

/**
 * The size of a session's state.
 *
 * @param bytes header and live entries as stored
 * @param tokens of the live entries as stored (o200k_base)
 * @param entries number of live entries
 */
public record StateView(long bytes, long tokens, long entries) {}
